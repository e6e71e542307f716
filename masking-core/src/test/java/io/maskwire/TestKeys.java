package io.maskwire;

import io.maskwire.key.KeyMaterial;
import io.maskwire.key.KeyRing;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Rings of synthetic keys; a name always has the same key. */
final class TestKeys {

    private TestKeys() {}

    /** A ring whose first key is primary. */
    static KeyRing ring(String... kids) {
        Map<String, byte[]> keys = new TreeMap<>();
        Arrays.stream(kids).forEach(kid -> keys.put(kid, key(kid)));
        return KeyRing.from(() -> KeyMaterial.of(kids[0], keys));
    }

    private static byte[] key(String kid) {
        byte[] key = new byte[32];
        new Random(kid.hashCode()).nextBytes(key);
        return key;
    }
}
