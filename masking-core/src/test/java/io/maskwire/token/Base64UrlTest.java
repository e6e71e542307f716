package io.maskwire.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64UrlTest {

    @Test
    void agreesWithTheJdkForEveryLength() {
        Random random = new Random(64);
        for (int length = 0; length < 200; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            String text = Base64Url.text(new byte[] {'x', '.'}, bytes);

            assertThat(text)
                    .isEqualTo("x." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            assertThat(Base64Url.bytes(text, 2)).isEqualTo(bytes);
        }
    }

    @Test
    void theFirstBytesOfAnArrayAreWrittenAndNothingBehindThem() {
        byte[] bytes = new byte[64];
        new Random(6).nextBytes(bytes);
        for (int length = 0; length <= bytes.length; length++) {
            byte[] text = new byte[100];
            Base64Url.put(bytes, length, text, 3);

            String expected = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes, length));
            String written = "\0\0\0" + expected;
            assertThat(new String(text, StandardCharsets.ISO_8859_1))
                    .isEqualTo(written + "\0".repeat(text.length - written.length()));
        }
    }

    /** Every text of up to three characters is either refused or the one its bytes have. */
    @Test
    void noBytesHaveTwoTexts() {
        String characters = "AQgw_-09=+/ é\u0000z";
        for (int i = 0; i < characters.length() * characters.length() * characters.length(); i++) {
            int c = characters.length();
            String text = "" + characters.charAt(i % c) + characters.charAt(i / c % c) + characters.charAt(i / c / c);
            for (String part : new String[] {text, text.substring(1), text.substring(2)}) {
                byte[] bytes = Base64Url.bytes(part, 0);
                if (bytes != null) {
                    assertThat(Base64Url.text(new byte[0], bytes)).isEqualTo(part);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "AAAAA",
                "AB",
                "AAB",
                "AA==",
                "AA A",
                "AA\n",
                "A+AA",
                "A/AA",
                "AAAé",
                "AA\u0080A",
                "AA\u0100A"
            })
    void whatIsNotCanonicalIsRefused(String text) {
        assertThat(Base64Url.bytes(text, 0)).isNull();
    }
}
