package io.maskwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampsTest {

    private static final TextMasker MASKER =
            Masking.of(MaskingPolicy.builder().build()).text();

    private static boolean isStamp(String text) {
        return Stamps.at(text.getBytes(StandardCharsets.ISO_8859_1), 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23 09:16:30.123", "2026-11-23T09:16:30Z", "0000-00-00 99:99:99 "})
    void dateWithTimeIsPassedBy(String text) {
        assertThat(isStamp(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23 09:16:30",
                "2026-11-23 09:16:30:1",
                "2026-11-23 09:16:30a1",
                "2026-11-23_09:16:30.1",
                "2026-11-23 09:16.30.1",
                "2026-11-2: 09:16:30.1",
                "2026-11-23 09:1/:30.1",
                "2026 11-23 09:16:30.1",
                "a026-11-23 09:16:30.1",
                "²026-11-23 09:16:30.1"
            })
    void anythingElseIsLookedAt(String text) {
        assertThat(isStamp(text)).isFalse();
    }

    @Test
    void whatStandsBesideDatesIsFoundAsIfTheyWereNone() {
        String[] pieces = {
            "2026-11-23 09:16:30", "2026-11-23T09:16:30", ".123", ",", " ", "\n", "4111 1111 1111 1111", "192.0.2.7",
            "zoe@example.com", "password=x", ":", "2001:db8::7", "DE89370400440532013000", "078-05-1121", "16:30:", "7"
        };
        TextMasker looking = Masking.of(MaskingPolicy.builder()
                        // A name that ends in two digits: then nothing is passed by.
                        .field("$..never12", Masks.erase())
                        .build())
                .text();
        Random random = new Random(20261123);
        for (int round = 0; round < 50_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(9); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(MASKER.mask(text.toString())).isEqualTo(looking.mask(text.toString()));
        }
    }

    @Test
    void nameOfDigitsIsFoundInDates() {
        TextMasker digits = Masking.of(
                        MaskingPolicy.builder().field("$..16", Masks.erase()).build())
                .text();
        assertThat(digits.mask("2026-11-23 09:16:30 INFO")).doesNotContain("30");
    }
}
