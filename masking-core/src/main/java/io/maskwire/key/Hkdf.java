package io.maskwire.key;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with SHA-256, RFC 5869. */
final class Hkdf {

    private static final String HMAC = "HmacSHA256";
    private static final int HASH_BYTES = 32;

    private Hkdf() {}

    static byte[] derive(byte[] keyMaterial, byte[] salt, byte[] info, int length) {
        byte[] pseudoRandomKey =
                hmac(salt.length == 0 ? new byte[HASH_BYTES] : salt).doFinal(keyMaterial);
        try {
            return expand(pseudoRandomKey, info, length);
        } finally {
            Arrays.fill(pseudoRandomKey, (byte) 0);
        }
    }

    private static byte[] expand(byte[] pseudoRandomKey, byte[] info, int length) {
        if (length > 255 * HASH_BYTES) {
            throw new IllegalArgumentException("HKDF-SHA-256 gives at most 8160 bytes, not " + length);
        }
        Mac mac = hmac(pseudoRandomKey);
        byte[] output = new byte[length];
        byte[] block = new byte[0];
        for (int done = 0, counter = 1; done < length; done += block.length, counter++) {
            mac.update(block);
            mac.update(info);
            mac.update((byte) counter);
            Arrays.fill(block, (byte) 0);
            block = mac.doFinal();
            System.arraycopy(block, 0, output, done, Math.min(block.length, length - done));
        }
        Arrays.fill(block, (byte) 0);
        return output;
    }

    private static Mac hmac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no " + HMAC, e);
        }
    }
}
