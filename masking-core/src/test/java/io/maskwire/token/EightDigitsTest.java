package io.maskwire.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EightDigitsTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 99, 100, 9_999, 10_000, 12_345_678, 90_000_000, 99_990_000, 99_999_999})
    void numbersAreWrittenAndRead(long number) {
        String text = String.format("%08d", number);
        long eight = EightDigits.of(text, 0);

        assertThat(EightDigits.areDigits(eight)).isTrue();
        assertThat(EightDigits.number(eight)).isEqualTo(number);
        assertThat(EightDigits.text(number)).isEqualTo(eight);
    }

    @Test
    void manyNumbersAreWrittenAndRead() {
        Random random = new Random(8);
        for (int i = 0; i < 1_000_000; i++) {
            long number = random.nextInt((int) EightDigits.LIMIT);
            assertThat(EightDigits.number(EightDigits.text(number))).isEqualTo(number);
        }
    }

    @Test
    void oneCharacterThatIsNoDigitIsSeenInEachPlace() {
        for (int place = 0; place < EightDigits.COUNT; place++) {
            for (char c = 0; c < 0x3000; c++) {
                char[] text = "01234567".toCharArray();
                text[place] = c;
                boolean isDigit = c >= '0' && c <= '9';
                long eight = EightDigits.of(new String(text), 0);
                assertThat(EightDigits.areDigits(eight)).as("U+%04X", (int) c).isEqualTo(isDigit);
            }
        }
    }

    @Test
    void oneByteThatIsNoDigitIsSeenInEachPlace() {
        for (int place = 0; place < EightDigits.COUNT; place++) {
            for (int b = 0; b < 256; b++) {
                byte[] text = "99999999".getBytes(StandardCharsets.US_ASCII);
                text[place] = (byte) b;
                assertThat(EightDigits.areDigits(Bytes.getLong(text, 0))).isEqualTo(b >= '0' && b <= '9');
            }
        }
    }
}
