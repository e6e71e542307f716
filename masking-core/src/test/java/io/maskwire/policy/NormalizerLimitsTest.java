package io.maskwire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizerLimitsTest {

    private static final int LONG = 1 << 20;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NFC | Zoe\u0308 | Zo\u00eb",
                "EMAIL | Zoe@EXAMPLE.com | Zoe@example.com",
                "IBAN | de89 3704 0044 0532 0130 00 | DE89370400440532013000"
            })
    void equalValuesAreBroughtToOneForm(Normalizer normalizer, String original, String expected) {
        assertThat(normalizer.normalize(original)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0131e89370400440532013000", "de8937040044053201300\u017f", "\ufb0189370400440532013000"})
    void aLetterThatOnlyBecomesLatinInUpperCaseMakesNoIban(String original) {
        assertThatThrownBy(() -> Normalizer.IBAN.normalize(original))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(original);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 29, 30})
    void marksAreOrdered(int marks) {
        String above = "\u0315".repeat(marks / 2);
        String below = "\u0316".repeat(marks - marks / 2);

        assertThat(Normalizer.NFC.normalize("x" + above + below)).isEqualTo("x" + below + above);
    }

    @ParameterizedTest
    @EnumSource(
            value = Normalizer.class,
            names = {"NFC", "EMAIL"})
    void moreMarksThanAnyTextHasAreRefused(Normalizer normalizer) {
        assertThatThrownBy(() -> normalizer.normalize("x" + "\u0315".repeat(31) + "@example.com"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(Normalizer.class)
    void noValueTakesTheSquareOfItsLength(Normalizer normalizer) {
        for (String unit : new String[] {"\u0315\u0300", "\u00df", "\u0130", "a\u0315\u0300", "\u03a3"}) {
            String value = "a@" + unit.repeat(LONG / unit.length());
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> isRead(normalizer, value));
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> isRead(normalizer, value.substring(2)));
        }
    }

    private static boolean isRead(Normalizer normalizer, String value) {
        try {
            return !normalizer.normalize(value).isEmpty();
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
