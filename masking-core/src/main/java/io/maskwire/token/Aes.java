package io.maskwire.token;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** AES on single blocks under one key, the brick of the modes in this package. For one thread at a time. */
final class Aes {

    static final int BLOCK = 16;

    private final Cipher cipher;

    Aes(SecretKeySpec key) {
        try {
            // Each block is encrypted alone and no block leaves this package as it is.
            cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key);
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    static SecretKeySpec key(byte[] bytes, int from, int length) {
        return new SecretKeySpec(bytes, from, length, "AES");
    }

    /** Encrypts the first blocks of one array into another; not in place, which would cost a copy. */
    void encrypt(byte[] in, int length, byte[] out) {
        try {
            cipher.doFinal(in, 0, length, out, 0);
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    void encrypt(byte[] in, int inAt, int length, byte[] out, int outAt) {
        try {
            cipher.doFinal(in, inAt, length, out, outAt);
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    private static IllegalStateException unusable(GeneralSecurityException e) {
        return new IllegalStateException("This Java runtime can't use AES with 256 bits", e);
    }
}
