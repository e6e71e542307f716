package io.maskwire.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.key.KeyMaterial;
import io.maskwire.key.KeyRing;
import io.maskwire.policy.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {

    private static final String EMAIL = "zoë@example.com";

    private final Pseudonyms pseudonyms = Pseudonyms.of(ring("a", 1), "");

    /** Computed with Python's hmac module and the openssl command from the definition. A change breaks stored hashes. */
    @Test
    void theTextFormIsFixedForEver() {
        assertThat(hash(EMAIL)).isEqualTo("mh1.a.drx_uyR-hoIZaI5MgOqVcB9Mk-Q");
    }

    @Test
    void domainTenantKeyAndNormalizerGiveUnrelatedHashes() {
        List<String> hashes = List.of(
                hash(EMAIL),
                pseudonyms.hash("phone", Normalizer.NONE, EMAIL),
                pseudonyms.hash("email", Normalizer.NFC, EMAIL),
                Pseudonyms.of(ring("a", 1), "acme").hash("email", Normalizer.NONE, EMAIL),
                Pseudonyms.of(ring("a", 9), "").hash("email", Normalizer.NONE, EMAIL),
                Pseudonyms.of(ring("b", 1), "").hash("email", Normalizer.NONE, EMAIL));

        assertThat(hashes.stream().map(text -> text.substring(6))).doesNotHaveDuplicates();
    }

    @Test
    void aHashOfThisRingPassesThrough() {
        String masked = hash(EMAIL);

        assertThat(hash(masked)).isEqualTo(masked);
    }

    @Test
    void aHashOfAnOlderKeyPassesThroughAfterRotation() {
        String old = hash(EMAIL);
        KeyRing rotated = KeyRing.from(() -> KeyMaterial.of("b", Map.of("a", key(1), "b", key(2))));
        Pseudonyms after = Pseudonyms.of(rotated, "");

        assertThat(after.hash("email", Normalizer.NONE, old)).isEqualTo(old);
        assertThat(after.hash("email", Normalizer.NONE, EMAIL)).startsWith("mh1.b.");
    }

    @Test
    void aHashOfAnotherDomainIsHashed() {
        String other = pseudonyms.hash("phone", Normalizer.NONE, EMAIL);

        assertThat(hash(other)).isNotEqualTo(other).startsWith("mh1.a.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mh1.a.AAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "mh1.zz.drx_uyR-hoIZaI5MgOqVcB9Mk-Q",
                "mh1.a.drx_uyR-hoIZaI5MgOqVcB9Mk-R",
                "mh1.a.drx/uyR+hoIZaI5MgOqVcB9Mk+Q",
                "mh1.a.drx_uyR-hoIZaI5MgOqVcB9Mk-Q=",
                "MH1.a.drx_uyR-hoIZaI5MgOqVcB9Mk-Q",
                "mh1.a.zoë@example.com",
                "mh1..drx_uyR-hoIZaI5MgOqVcB9Mk-Q",
                "mh1.a.",
                "mh1."
            })
    void whatOnlyLooksLikeAHashIsHashed(String forged) {
        assertThat(hash(forged)).isNotEqualTo(forged).matches("mh1\\.a\\.[A-Za-z0-9_-]{27}");
    }

    @Test
    void aHashNamesItsKeyWithOneToThirtyTwoCharacters() {
        String body = "drx_uyR-hoIZaI5MgOqVcB9Mk-Q";

        assertThat(HashText.read("mh1." + "k".repeat(32) + "." + body)).hasToString("HashText[" + "k".repeat(32) + "]");
        assertThat(HashText.read("mh1." + "k".repeat(33) + "." + body)).isNull();
        assertThat(HashText.read("mh1.." + body)).isNull();
    }

    @Test
    void everySingleChangedCharacterIsNoticed() {
        String masked = hash(EMAIL);
        for (int i = "mh1.a.".length(); i < masked.length(); i++) {
            for (char c : "AQgw_-09".toCharArray()) {
                String changed = masked.substring(0, i) + c + masked.substring(i + 1);
                if (!changed.equals(masked)) {
                    assertThat(hash(changed)).isNotEqualTo(changed);
                }
            }
        }
    }

    @Test
    void anUnpairedSurrogateIsRefusedAndNotQuoted() {
        assertThatThrownBy(() -> hash("4111\ud800"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("4111");
    }

    @Test
    void manyThreadsGetTheSameAnswersAsOne() {
        Random random = new Random(4711);
        List<String> values = random.ints(2_000).mapToObj(i -> "v" + i).toList();
        List<String> alone = values.stream().map(this::hash).toList();

        List<String> together = IntStream.range(0, values.size())
                .parallel()
                .mapToObj(i -> hash(values.get(i)))
                .toList();

        assertThat(together).isEqualTo(alone).doesNotHaveDuplicates();
    }

    private String hash(String original) {
        return pseudonyms.hash("email", Normalizer.NONE, original);
    }

    private static KeyRing ring(String kid, int start) {
        return KeyRing.from(() -> KeyMaterial.of(kid, Map.of(kid, key(start))));
    }

    private static byte[] key(int start) {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (start + i);
        }
        return key;
    }
}
