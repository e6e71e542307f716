package io.maskwire.token;

import io.maskwire.key.KeyMaterial;
import io.maskwire.key.KeyRing;
import java.util.Map;
import java.util.Random;

/** Rings of synthetic keys. */
final class TestRings {

    private TestRings() {}

    /** Two keys, one of them primary. */
    static KeyRing withPrimary(String kid) {
        return KeyRing.from(() -> KeyMaterial.of(kid, Map.of("k1", key(1), "k2", key(2))));
    }

    private static byte[] key(long seed) {
        byte[] key = new byte[32];
        new Random(seed).nextBytes(key);
        return key;
    }
}
