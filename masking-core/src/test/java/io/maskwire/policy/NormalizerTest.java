package io.maskwire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizerTest {

    @ParameterizedTest
    @CsvSource({
        "NONE, ' a ', ' a '",
        "NFC, ' Zoe\u0308 ', Zo\u00eb",
        "EMAIL, ' Zoe@EXAMPLE.com', Zoe@example.com",
        "EMAIL, a@B, a@b",
        "EMAIL, a@X@B, a@X@b",
        "DIGITS, (0049) 30/12-34.56 789, 004930123456789",
        "IBAN, de02 1203 0000 0000 2020 51, DE02120300000000202051",
        "ISO_DATE, ' 1984-02-29 ', 1984-02-29",
    })
    void bringsTheFormsOfAValueToOne(Normalizer normalizer, String original, String expected) {
        assertThat(normalizer.normalize(original)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, @example.com, an email address",
        "EMAIL, zoe4711@, an email address",
        "EMAIL, zoe4711, an email address",
        "DIGITS, 4711x, a number of digits and separators",
        "DIGITS, 4711\u0661, a number of digits and separators",
        "DIGITS, ' -', a number of digits and separators",
        "IBAN, DE4711, an IBAN",
        // In upper case ASCII letters would stand in their place.
        "IBAN, MU47111200000000000000000MUſ, an IBAN",
        "IBAN, MU47111200000000000000000Mß, an IBAN",
        "ISO_DATE, 29.02.4711, a date as yyyy-MM-dd",
    })
    void whatHasAnotherFormIsRefusedAndNotQuoted(Normalizer normalizer, String original, String kind) {
        assertThatThrownBy(() -> normalizer.normalize(original))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The value is not " + kind + ", so it can't be normalised")
                .hasNoCause();
    }

    @Test
    void optionsHaveTheirNamesInDeclarations() {
        assertThat(Normalizer.ISO_DATE.optionName()).isEqualTo("iso-date");
        assertThat(RedactStyle.POSTCODE_UK.optionName()).isEqualTo("postcode-uk");
        assertThat(Luhn.INVALID.optionName()).isEqualTo("invalid");
    }
}
