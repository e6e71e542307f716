package io.maskwire.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.policy.Alphabet;
import io.maskwire.policy.Luhn;
import io.maskwire.policy.PreservedFormat;
import io.maskwire.policy.UnmaskableException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTextTest {

    private static final Alphabet DIGITS = Alphabet.of(Alphabet.DIGITS);

    private final FormatText text = new FormatText(DIGITS);

    @ParameterizedTest
    @ValueSource(strings = {"4111-1111-1111-1111", "4111–1111–1111–1111"})
    void aValueThatWasWrittenIsForgotten(String value) {
        PreservedFormat format = new PreservedFormat(DIGITS, "-–", 0, 0, Luhn.NONE);
        text.read(format, 6, value);
        assertThat(text.input().numerals).startsWith(4, 1, 1, 1);
        assertThat(text.writeMasked(format, value)).isEqualTo(value);

        assertThat(text.input().numerals).containsOnly(0);
    }

    @Test
    void digitsThatWereWrittenAreForgotten() {
        text.read(PreservedFormat.DIGITS, 6, "4111111111111111");
        DigitInput digits = (DigitInput) text.input();
        assertThat(text.writeMasked(PreservedFormat.DIGITS, "4111111111111111")).isEqualTo("4111111111111111");

        assertThat(digits.text()).isEqualTo("\0".repeat(16));
    }

    @Test
    void aValueThatIsWipedIsForgotten() {
        text.read(PreservedFormat.DIGITS, 6, "41111x");
        text.wipe();

        assertThat(text.input().numerals).containsOnly(0);
    }

    @Test
    void twoHundredSymbolsAreTheMost() {
        assertThat(text.read(PreservedFormat.DIGITS, 6, "1".repeat(200))).isNull();
        assertThat(text.read(PreservedFormat.DIGITS, 6, "1".repeat(201))).isEqualTo(Reason.TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({"2, 20", "9, 7", "10, 6", "11, 6", "100, 3", "1000, 2", "65536, 2"})
    void theShortestTextHasAMillionFellows(int radix, int length) {
        assertThat(FormatText.shortest(radix)).isEqualTo(length);
    }
}
