package io.maskwire.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.key.KeyMaterial;
import io.maskwire.key.KeyRing;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Subject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** JSON about one subject: bytes, characters and streams move its dates as a direct call does. */
class SubjectInJsonTest {

    private static final Subject PATIENT = Subject.of("patient-4711");
    private static final Audience ANYBODY = Audience.anonymous();
    private static final String JSON = "[{\"visit\":\"2026-02-27\"},{\"visit\":\"2026-03-02T10:15Z\"}]";

    private final Masking masking = Masking.builder(MaskingPolicy.builder()
                    .dataClass("visit", Masks.shiftDate(365))
                    .field("$..visit", "visit")
                    .build())
            .keys(KeyRing.from(() -> KeyMaterial.of("k1", Map.of("k1", key()))))
            .build();

    private static byte[] key() {
        byte[] key = new byte[32];
        new Random(3).nextBytes(key);
        return key;
    }

    @Test
    void datesOfTheSubjectMoveAlikeInEveryForm() throws IOException {
        String expected = JSON.replace("2026-02-27", called("2026-02-27"))
                .replace("2026-03-02T10:15Z", called("2026-03-02T10:15Z"));
        byte[] bytes = JSON.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream streamed = new ByteArrayOutputStream();
        masking.json().mask(new ByteArrayInputStream(bytes), streamed, ANYBODY, PATIENT);

        assertThat(expected).isNotEqualTo(JSON).doesNotContain(Masks.MARKER);
        assertThat(masking.json().mask(JSON, ANYBODY, PATIENT)).isEqualTo(expected);
        assertThat(masking.json().mask(bytes, ANYBODY, PATIENT)).asString().isEqualTo(expected);
        assertThat(streamed.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
    }

    @Test
    void withoutASubjectADateIsErased() {
        assertThat(masking.json().mask(JSON, ANYBODY)).isEqualTo("[{\"visit\":\"[masked]\"},{\"visit\":\"[masked]\"}]");
    }

    private String called(String date) {
        return masking.mask("visit", date, ANYBODY, PATIENT);
    }
}
