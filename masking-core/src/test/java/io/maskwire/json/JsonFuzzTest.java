package io.maskwire.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Any bytes at all: either all ways to mask them give what the twin gives, or all refuse. The seeds run in every build;
 * with {@code JAZZER_FUZZ=1} and {@code -Djazzer.hooks=true} the fuzzer looks for more.
 */
class JsonFuzzTest {

    private static final Audience ANYBODY = Audience.anonymous();
    private static final Masking MASKING = Masking.of(MaskingPolicy.builder()
            .field("$..password", Masks.erase())
            .field("$.a[*].b", Masks.redact().keepLast(1))
            .field("$..*card*", Masks.constant("é"))
            .build());
    private static final JsonMasker WINDOW = MASKING.json().window(64);

    @FuzzTest
    void anyBytes(byte[] json) {
        Optional<String> expected = Twin.mask(MASKING.engine(), ANYBODY, json);

        assertThat(bytes(json)).isEqualTo(expected);
        assertThat(JsonTwinTest.stream(WINDOW, json, ANYBODY)).isEqualTo(expected);
        expected.ifPresent(valid -> assertThat(MASKING.json().mask(new String(json, StandardCharsets.UTF_8), ANYBODY))
                .isEqualTo(valid));
    }

    private static Optional<String> bytes(byte[] json) {
        try {
            return Optional.of(new String(MASKING.json().mask(json, ANYBODY), StandardCharsets.UTF_8));
        } catch (JsonException refused) {
            return Optional.empty();
        }
    }
}
