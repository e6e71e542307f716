package io.maskwire.key;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Named, versioned keys: one primary, older ones readable. No algorithm ever sees a ring key: each gets a subkey by
 * HKDF-SHA-256 (RFC 5869), bound to purpose, key name, tenant, domain and one more detail.
 *
 * <p>Immutable and safe for use by many threads; prints names only.
 */
public final class KeyRing {

    private static final byte[] SALT = "maskwire/1".getBytes(StandardCharsets.US_ASCII);

    private final KeyMaterial material;

    private KeyRing(KeyMaterial material) {
        this.material = material;
    }

    /**
     * Reads a ring.
     *
     * @throws KeyException if the source can't give good keys
     */
    public static KeyRing from(KeySource source) {
        return new KeyRing(source.read());
    }

    /** The name of the key that makes new values. */
    public String primary() {
        return material.primary();
    }

    /** The names of all keys. */
    public Set<String> kids() {
        return Set.copyOf(material.keys().keySet());
    }

    /**
     * Derives a subkey; the caller wipes it after use.
     *
     * @throws KeyException if the ring has no key of this name
     */
    public byte[] subkey(String kid, Purpose purpose, String tenant, String domain, String extra) {
        byte[] key = material.keys().get(kid);
        if (key == null) {
            throw new KeyException(
                    "No key \"" + kid + "\" in the key ring; it has "
                            + material.keys().keySet(),
                    "add it to the ring");
        }
        byte[] info = SubkeyInfo.of(purpose, kid, tenant, domain, extra);
        try {
            return Hkdf.derive(key, SALT, info, purpose.bytes());
        } finally {
            Arrays.fill(info, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return "KeyRing[primary=" + material.primary() + ", keys="
                + material.keys().keySet() + "]";
    }
}
