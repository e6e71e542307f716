package io.maskwire.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.key.KeyMaterial;
import io.maskwire.key.KeyRing;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
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

    @Test
    void namesTheKeyOfATokenIfTheRingHasIt() {
        assertThat(originals.kid(pseudonyms.tokenize("d", "x"))).contains("k1");
        assertThat(originals.kid("mw1.k9.AAAA")).isEmpty();
        assertThat(originals.kid("mw1..AAAA")).isEmpty();
        assertThat(originals.has("k2")).isTrue();
        assertThat(originals.has("k9")).isFalse();
        assertThat(originals.primary()).isEqualTo("k1");
    }

    @Test
    void aTokenNamesItsKeyWithOneToThirtyTwoCharacters() {
        assertThat(TokenText.kid("mw1." + "k".repeat(32) + ".A")).isEqualTo("k".repeat(32));
        assertThat(TokenText.kid("mw1." + "k".repeat(33) + ".A")).isNull();
        assertThat(TokenText.kid("mw1.k")).isNull();
        assertThat(TokenText.kid("mw1..A")).isNull();
    }

    @Test
    void whatIsMadeOfARingIsMadeOnceAndAgainForTheNext() {
        AtomicReference<KeyRing> ring = new AtomicReference<>(TestRings.withPrimary("k1"));
        Supplier<Originals> live = Originals.live(ring::get, "");
        Originals first = live.get();

        assertThat(live.get()).isSameAs(first);
        ring.set(TestRings.withPrimary("k2"));
        assertThat(live.get().primary()).isEqualTo("k2");
        assertThat(live.get()).isSameAs(live.get());
    }

    @Test
    void theKeysOfARingComputeEachTheirOwnThePrimaryFirst() {
        Pseudonyms ofTheSecond = Pseudonyms.of(TestRings.withPrimary("k2"), "");

        assertThat(ofTheSecond.ofEachKey().stream().map(keys -> keys.tokenize("d", "x")))
                .containsExactly(ofTheSecond.tokenize("d", "x"), pseudonyms.tokenize("d", "x"));
    }

    /** Computed with Python's hmac module from the definition. A change makes older audit records incomparable. */
    @Test
    void aFingerprintIsFixedForEver() {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (i + 1);
        }
        KeyRing ring = KeyRing.from(() -> KeyMaterial.of("a", Map.of("a", key)));

        assertThat(Originals.of(ring, "acme").fingerprint("a", "mw1.a.Zoë"))
                .isEqualTo("43a50a91c8810c0fca53bb7fe9d0d8eb");
    }
}
