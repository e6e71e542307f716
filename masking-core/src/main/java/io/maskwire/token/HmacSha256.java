package io.maskwire.token;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * HMAC-SHA-256 (RFC 2104, RFC 4231) under one key, for many threads: each call works on clones of two digests that have
 * taken in the padded key.
 */
final class HmacSha256 {

    private static final String ALGORITHM = "SHA-256";
    private static final int BLOCK = 64;
    static final int BYTES = 32;
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    private final MessageDigest inner;
    private final MessageDigest outer;

    HmacSha256(byte[] key) {
        byte[] padded = Arrays.copyOf(key.length > BLOCK ? digest().digest(key) : key, BLOCK);
        this.inner = keyed(padded, INNER);
        this.outer = keyed(padded, OUTER);
        Arrays.fill(padded, (byte) 0);
    }

    private static MessageDigest keyed(byte[] key, byte pad) {
        MessageDigest digest = digest();
        for (byte b : key) {
            digest.update((byte) (b ^ pad));
        }
        return clone(digest);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance(ALGORITHM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }

    private static MessageDigest clone(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The first security provider must offer a cloneable " + ALGORITHM, e);
        }
    }

    byte[] of(byte[] message) {
        byte[] code = new byte[BYTES];
        of(message, message.length, code);
        return code;
    }

    /** Writes the code of the first bytes of an array to the start of another of at least {@value #BYTES}. */
    void of(byte[] message, int length, byte[] code) {
        try {
            MessageDigest digest = clone(inner);
            digest.update(message, 0, length);
            digest.digest(code, 0, BYTES);
            digest = clone(outer);
            digest.update(code, 0, BYTES);
            digest.digest(code, 0, BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException(ALGORITHM + " has " + BYTES + " bytes", e);
        }
    }
}
