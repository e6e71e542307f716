package io.maskwire.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.policy.Alphabet;
import io.maskwire.policy.Classification;
import io.maskwire.policy.FormatPreserving;
import io.maskwire.policy.Luhn;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Tokenize;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyedAnnotationsTest {

    record Person(
            @Tokenize(dataClass = "tax-id") String taxId,
            @Tokenize(domain = "customer") String number,

            @FormatPreserving(dataClass = "pan", keepFirst = 6, luhn = Luhn.INVALID)
            String card,

            @FormatPreserving(
                    domain = "code",
                    alphabet = Alphabet.ALPHANUMERIC_UPPER + "-",
                    separators = "/",
                    keepLast = 2)
            String code,

            @Tokenize String nowhere,

            @FormatPreserving(dataClass = "pan", keepLast = 4, luhn = Luhn.VALID)
            String contradiction) {}

    @Test
    void anAnnotationSaysWhatTheCodeSays() {
        assertThat(said("taxId")).isEqualTo(Classification.ofClass("tax-id", Masks.tokenize()));
        assertThat(said("number")).isEqualTo(Classification.ofMask(Masks.tokenize("customer")));
        assertThat(said("card"))
                .isEqualTo(Classification.ofClass(
                        "pan", Masks.formatPreserving().keepFirst(6).luhn(Luhn.INVALID)));
        assertThat(said("code"))
                .isEqualTo(Classification.ofMask(Masks.formatPreserving("code")
                        .separators("/")
                        .alphabet(Alphabet.ALPHANUMERIC_UPPER + "-")
                        .keepLast(2)));
    }

    @Test
    void oneThatCannotBeUsedErasesAndIsReported() {
        assertThat(said("nowhere")).isEqualTo(Classification.ofMask(Masks.erase()));
        assertThat(said("contradiction")).isEqualTo(Classification.ofMask(Masks.erase()));
        assertThat(ClassScan.of(Person.class).problems())
                .anyMatch(problem -> problem.contains("@Tokenize can't be used: tokenize() on a field"))
                .anyMatch(problem -> problem.contains("@FormatPreserving can't be used: With luhn"));
    }

    private static Classification said(String property) {
        return ClassScan.of(Person.class).named(Set.of(property)).values();
    }
}
