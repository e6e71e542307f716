package io.maskwire.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginalsTest {

    private final Pseudonyms pseudonyms = Pseudonyms.of(TestRings.withPrimary("k1"), "");
    private final Originals originals = Originals.of(TestRings.withPrimary("k1"), "");

    @Test
    void aSpoiledTokenHasLengthAndKeyOfTheRightOneAndNoOriginal() {
        for (int i = 0; i < 500; i++) {
            String token = pseudonyms.tokenize("d", "value " + i);
            String spoiled = Originals.spoiled(token);

            assertThat(spoiled).hasSameSizeAs(token).startsWith("mw1.k1.").isNotEqualTo(token);
            assertThat(originals.ofToken("d", spoiled)).isEmpty();
        }
    }

    @Test
    void whatIsNoTokenIsNotSpoiled() {
        for (String text : new String[] {"", "mw1.", "mw1.k1.", "mh1.k1.AAAA", "12-3456789"}) {
            assertThat(Originals.spoiled(text)).isEqualTo(text);
        }
    }
}
