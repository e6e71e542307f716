package io.maskwire.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Digits are taken whatever their number, and nothing else is, so that a value with a letter takes the longer way. */
class DigitInputTest {

    private static final Numerals DECIMAL = new Numerals(10);

    private final Random random = new Random(20261123);
    private final DigitInput input = new DigitInput();

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        random.ints(count, 0, 10).forEach(digits::append);
        return digits.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void digitsOfEveryLengthUpToTheMostAreTaken() {
        for (int length = 0; length <= DigitInput.MOST; length++) {
            String digits = digits(length);
            assertThat(input.take(digits)).as("%d digits", length).isTrue();
            assertThat(input.text()).isEqualTo(digits);
            assertThat(input.count()).isEqualTo(length);
            assertThat(input.takeInPlace(ascii("x" + digits + "x"), 1, length)).isTrue();
            assertThat(input.text()).isEqualTo(digits);
        }
        assertThat(input.take(digits(DigitInput.MOST + 1))).isFalse();
        assertThat(input.takeInPlace(new byte[50], 0, DigitInput.MOST + 1)).isFalse();
    }

    @Test
    void oneCharacterThatIsNoDigitIsSeenInEachPlaceOfEachLength() {
        for (int length = 1; length <= DigitInput.MOST; length++) {
            String digits = digits(length);
            for (int place = 0; place < length; place++) {
                for (char other : "/:aA\u0000\u00b2\u00b9\u0130\u0139\u0661\uff11".toCharArray()) {
                    String text = digits.substring(0, place) + other + digits.substring(place + 1);
                    assertThat(input.take(text))
                            .as("U+%04X at %d of %d", (int) other, place, length)
                            .isFalse();
                    if (other < 0x100) {
                        assertThat(input.takeInPlace(ascii("12" + text + "34"), 2, length))
                                .as("byte %02X at %d of %d", (int) other, place, length)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void whatIsNotTakenIsForgotten() {
        assertThat(input.take("4111111111111111x")).isFalse();

        assertThat(input.text()).isEqualTo("\0".repeat(17));
    }

    @Test
    void partsAreReadAndWrittenAsNumbersWhereverTheyLie() {
        for (int length = 1; length <= 18; length++) {
            for (int at = 0; at <= DigitInput.MOST - length; at++) {
                String digits = digits(DigitInput.MOST);
                byte[] array = ascii("ab" + digits + "cd");
                assertThat(input.takeInPlace(array, 2, DigitInput.MOST)).isTrue();
                assertThat(input.read(DECIMAL, at, length))
                        .isEqualTo(Long.parseLong(digits.substring(at, at + length)));

                String other = digits(length);
                input.write(DECIMAL, Long.parseLong(other), at, length);
                assertThat(new String(array, StandardCharsets.ISO_8859_1))
                        .isEqualTo("ab" + digits.substring(0, at) + other + digits.substring(at + length) + "cd");
            }
        }
    }

    @Test
    void somebodysArrayIsLetGo() {
        assertThat(input.takeInPlace(ascii("4111111111111111"), 0, 16)).isTrue();
        input.letGo();

        assertThat(input.text()).isEqualTo("\0".repeat(16));
    }
}
