package io.maskwire.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import java.util.TreeSet;

/** A ring key with its secret. No algorithm sees it: only HKDF does. Prints its name. */
final class RootKey implements RingKey {

    private static final byte[] SALT = "maskwire/1".getBytes(StandardCharsets.US_ASCII);
    private static final int SHORTEST = 32;
    private static final int FEWEST_DIFFERENT = 8;

    private final String kid;
    private final byte[] secret;

    private RootKey(String kid, byte[] secret) {
        this.kid = kid;
        this.secret = secret;
    }

    /** Copies a secret in; refuses what is too short or plainly not random. */
    static RootKey of(String kid, byte[] secret) {
        if (secret.length < SHORTEST) {
            throw new IllegalArgumentException(
                    "Key \"" + kid + "\" has fewer than " + SHORTEST + " bytes; it may be truncated: write it again");
        }
        Set<Byte> different = new TreeSet<>();
        for (byte b : secret) {
            different.add(b);
        }
        if (different.size() < FEWEST_DIFFERENT) {
            throw new IllegalArgumentException("Key \"" + kid + "\" is not random: it has fewer than "
                    + FEWEST_DIFFERENT + " different bytes; make one with a random generator");
        }
        return new RootKey(KeyMaterial.checkedName(kid), secret.clone());
    }

    @Override
    public byte[] subkey(SubkeyId id) {
        return Hkdf.derive(secret, SALT, id.info(kid), id.purpose().bytes());
    }

    @Override
    public byte[] checkValue() {
        return subkey(SubkeyId.CHECK);
    }

    @Override
    public boolean sameAs(RingKey other) {
        return other instanceof RootKey root && MessageDigest.isEqual(secret, root.secret);
    }

    @Override
    public String toString() {
        return "RootKey[" + kid + "]";
    }
}
