package io.maskwire.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyedMaskTest {

    private static final List<KeyedMask> IN_CLASS_DOMAIN =
            List.of(Masks.hash(), Masks.tokenize(), Masks.formatPreserving().keepFirst(6));
    private static final List<KeyedMask> IN_OWN_DOMAIN = List.of(
            Masks.hash("x"), Masks.tokenize("x"), Masks.formatPreserving("x").keepFirst(6));

    @Test
    void aClassGivesItsNameToAMaskWithoutADomain() {
        for (int i = 0; i < IN_CLASS_DOMAIN.size(); i++) {
            assertThat(BoundMasks.inClass(IN_CLASS_DOMAIN.get(i), "x")).isEqualTo(IN_OWN_DOMAIN.get(i));
            assertThat(BoundMasks.inClass(IN_OWN_DOMAIN.get(i), "y")).isEqualTo(IN_OWN_DOMAIN.get(i));
            assertThat(BoundMasks.inClass(Masks.redact().then(IN_CLASS_DOMAIN.get(i)), "x"))
                    .isEqualTo(Masks.redact().then(IN_OWN_DOMAIN.get(i)));
        }
    }

    @Test
    void withoutAClassItNeedsADomain() {
        for (KeyedMask mask : IN_CLASS_DOMAIN) {
            assertThatThrownBy(() -> Classification.ofMask(mask))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(mask + " on a field without a data class needs a domain");
        }
        IN_OWN_DOMAIN.forEach(Classification::ofMask);
    }

    @Test
    void aBlankDomainIsRefused() {
        assertThatThrownBy(() -> Masks.hash(" ")).hasMessageContaining("A domain needs a name");
        assertThatThrownBy(() -> Masks.tokenize("")).hasMessageContaining("A domain needs a name");
        assertThatThrownBy(() -> Masks.formatPreserving("")).hasMessageContaining("A domain needs a name");
    }

    @Test
    void everyOneNeedsKeys() {
        for (KeyedMask mask : IN_OWN_DOMAIN) {
            assertThat(MaskingPolicy.builder().dataClass("c", mask).build().needsKeys())
                    .isTrue();
            assertThat(MaskingPolicy.builder().field("$.a", mask).build().needsKeys())
                    .isTrue();
        }
    }

    @Test
    void printsAsTheCodeThatMadeIt() {
        assertThat(Masks.tokenize()).hasToString("tokenize()");
        assertThat(Masks.tokenize("tax-id")).hasToString("tokenize(\"tax-id\")");
        assertThat(Masks.formatPreserving()).hasToString("formatPreserving()");
        assertThat(Masks.formatPreserving("pan").keepFirst(6).luhn(Luhn.INVALID))
                .hasToString("formatPreserving(\"pan\").keepFirst(6).luhn(INVALID)");
        assertThat(Masks.formatPreserving()
                        .separators("/")
                        .alphabet(Alphabet.ALPHANUMERIC_UPPER)
                        .keepLast(4))
                .hasToString("formatPreserving().alphabet(ALPHANUMERIC_UPPER).separators(\"/\").keepLast(4)");
    }

    @Test
    void equalOptionsMakeEqualMasks() {
        assertThat(Masks.formatPreserving("a").keepFirst(6))
                .isEqualTo(Masks.formatPreserving("a").alphabet("0123456789").keepFirst(6))
                .hasSameHashCodeAs(Masks.formatPreserving("a").keepFirst(6))
                .isNotEqualTo(Masks.formatPreserving("b").keepFirst(6))
                .isNotEqualTo(Masks.formatPreserving("a").keepLast(6));
        assertThat(Masks.tokenize("a"))
                .isEqualTo(Masks.tokenize("a"))
                .hasSameHashCodeAs(Masks.tokenize("a"))
                .isNotEqualTo(Masks.tokenize("b"))
                .doesNotHaveSameHashCodeAs(Masks.tokenize("b"));
        assertThat(Masks.hash("a").normalize(Normalizer.NFC))
                .isEqualTo(Masks.hash("a").normalize(Normalizer.NFC))
                .hasSameHashCodeAs(Masks.hash("a").normalize(Normalizer.NFC))
                .isNotEqualTo(Masks.hash("a"))
                .isNotEqualTo(Masks.hash("b").normalize(Normalizer.NFC))
                .doesNotHaveSameHashCodeAs(Masks.hash("b").normalize(Normalizer.NFC));
    }

    @Test
    void optionsThatContradictEachOtherAreRefusedAtTheCall() {
        FormatPreservingMask mask = Masks.formatPreserving();

        assertThatThrownBy(() -> mask.keepFirst(0)).hasMessageContaining("keepFirst needs 1 or more");
        assertThatThrownBy(() -> mask.keepLast(-1)).hasMessageContaining("keepLast needs 1 or more");
        assertThatThrownBy(() -> mask.keepFirst(201)).hasMessageContaining("0 to 200");
        assertThatThrownBy(() -> mask.keepLast(4).luhn(Luhn.INVALID)).hasMessageContaining("remove keepLast or luhn");
        assertThatThrownBy(() -> mask.luhn(Luhn.VALID).keepLast(4)).hasMessageContaining("remove keepLast or luhn");
        assertThatThrownBy(() -> mask.luhn(Luhn.VALID).alphabet("0123")).hasMessageContaining("Only digits");
        assertThatThrownBy(() -> mask.alphabet("abc-")).hasMessageContaining("\"-\" can't be a separator and in");
        assertThatThrownBy(() -> mask.separators("/0")).hasMessageContaining("\"0\" can't be a separator and in");
        assertThat(mask.separators(" ").alphabet("abc-").format().alphabet().radix())
                .isEqualTo(4);
        assertThat(mask.keepFirst(1).keepLast(200)).hasToString("formatPreserving().keepFirst(1).keepLast(200)");
        assertThat(mask.keepFirst(200).keepLast(1)).hasToString("formatPreserving().keepFirst(200).keepLast(1)");
    }
}
