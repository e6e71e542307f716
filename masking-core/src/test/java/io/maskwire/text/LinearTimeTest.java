package io.maskwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.policy.Audience;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Counts looks at characters, which no machine's load changes, on texts made to be looked at again and again. */
class LinearTimeTest {

    private static final List<String> FRAGMENTS = List.of(
            "=",
            ":",
            "\"",
            "\\",
            "password=",
            "password: ",
            "\"password\":",
            "\"password\":\"",
            "{",
            "[",
            "}",
            "(",
            "://",
            "://a:b",
            ":\\/",
            "%61%3D",
            "\u001b[1;36m",
            "a[0]",
            "DE12",
            "@",
            "%40",
            "a",
            "a.co",
            "1",
            "12 ",
            "4111 ",
            "-",
            "--",
            ".",
            "+",
            "+49",
            "eyJ",
            "eyJaaaaaaaaa.",
            "-----BEGIN PRIVATE KEY-----\n",
            "MIIEvQIBADANBgkqhkiG9w0BAQ",
            "\n",
            " ",
            ",",
            ", a=",
            ";",
            "'",
            "::",
            "f:",
            "sk-",
            "Bearer ",
            "AKIA",
            "DE89",
            "GB29 NWBK ",
            "&password=",
            "\\\"password\\\":\\\"",
            "secret='",
            "%70",
            "\t");

    private static final int SHORT = 2_000;
    private static final int TIMES_LONGER = 8;

    /** A text that made each of its characters be looked at more often than this would be a way to stop a service. */
    private static final int MOST_LOOKS_AT_A_CHARACTER = 250;

    private final TextMasker masker = Masking.of(MaskingPolicy.builder()
                    .dataClass("x", Masks.erase())
                    .field("$..a", "x")
                    .build())
            .text();

    private static final class CountingScan extends TextScan {

        private long looks;

        CountingScan(String text, byte[] bytes, TextMasker masker) {
            super(text, bytes, true, masker.names(), new TextRun(masker, Audience.log()));
        }

        @Override
        int at(int place) {
            looks++;
            return super.at(place);
        }
    }

    private long looks(String part, int length) {
        String text = part.repeat(length / part.length() + 1);
        CountingScan scan = new CountingScan(text, text.getBytes(StandardCharsets.ISO_8859_1), masker);
        scan.run();
        return scan.looks;
    }

    private void assertLinear(String part) {
        long few = looks(part, SHORT);
        long many = looks(part, TIMES_LONGER * SHORT);
        assertThat(many).as("looks at characters of %s repeated", part).isLessThan(few * TIMES_LONGER * 3 / 2 + SHORT);
        assertThat(many / (TIMES_LONGER * SHORT))
                .as("looks at each character of %s repeated", part)
                .isLessThan(MOST_LOOKS_AT_A_CHARACTER);
    }

    private static List<String> onesAndTwos() {
        List<String> parts = new ArrayList<>(FRAGMENTS);
        FRAGMENTS.forEach(one -> FRAGMENTS.forEach(two -> parts.add(one + two)));
        return parts;
    }

    @Test
    void twoFragmentsRepeatedTakeLinearTime() {
        assertThat(onesAndTwos()).hasSizeGreaterThan(2000).allSatisfy(this::assertLinear);
    }

    @Test
    void manyFragmentsRepeatedTakeLinearTime() {
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            StringBuilder part = new StringBuilder();
            for (int k = 0; k < 3 + random.nextInt(4); k++) {
                part.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
            }
            assertLinear(part.toString());
        }
    }
}
