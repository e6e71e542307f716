package io.maskwire.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private final KeyRing ring = KeyRing.from(() -> KeyMaterial.of("b", Map.of("a", key(1), "b", key(2))));

    @Test
    void everyPartOfTheContextGivesAnUnrelatedSubkey() {
        List<String> subkeys = new ArrayList<>();
        subkeys.add(subkey("a", Purpose.HASH, "", "email", "none"));
        subkeys.add(subkey("b", Purpose.HASH, "", "email", "none"));
        subkeys.add(subkey("a", Purpose.TAG, "", "email", "none"));
        subkeys.add(subkey("a", Purpose.HASH, "acme", "email", "none"));
        subkeys.add(subkey("a", Purpose.HASH, "", "phone", "none"));
        subkeys.add(subkey("a", Purpose.HASH, "", "email", "nfc"));

        assertThat(subkeys).doesNotHaveDuplicates();
    }

    @Test
    void partsThatJoinToTheSameTextStayApart() {
        assertThat(subkey("a", Purpose.HASH, "ab", "c", "none"))
                .isNotEqualTo(subkey("a", Purpose.HASH, "a", "bc", "none"));
    }

    /**
     * Computed with Python's hmac module from the definition: salt maskwire/1, info LP(hash) LP(a) LP() LP(email)
     * LP(none). A change here breaks every stored hash.
     */
    @Test
    void theDerivationIsFixedForEver() {
        assertThat(subkey("a", Purpose.HASH, "", "email", "none"))
                .isEqualTo("60ba0143efec83f1da706314e12cc909d3fe3224ca0ce9a3497522817286f687");
    }

    @Test
    void aKeyTheRingHasNotIsNamedWithThoseItHas() {
        assertThatThrownBy(() -> ring.subkey("c", Purpose.HASH, "", "email", ""))
                .isInstanceOf(KeyException.class)
                .hasMessage("No key \"c\" in the key ring; it has [a, b]; add it to the ring");
    }

    @Test
    void printsNamesOnly() {
        assertThat(ring).hasToString("KeyRing[primary=b, keys=[a, b]]");
    }

    private String subkey(String kid, Purpose purpose, String tenant, String domain, String extra) {
        return HexFormat.of().formatHex(ring.subkey(kid, purpose, tenant, domain, extra));
    }

    /** 32 bytes that count up from a start; not secret. */
    static byte[] key(int start) {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (start + i);
        }
        return key;
    }
}
