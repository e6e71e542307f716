package io.maskwire.token;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The first bytes of AES-256 of one block. The block is the output of a keyed hash, so under a key of its own this is a
 * pseudo-random function of it. For many threads: one idle cipher is kept, others are made when it is in use.
 */
final class TagCipher {

    private final SecretKeySpec key;
    private final AtomicReference<@Nullable Cipher> idle = new AtomicReference<>();

    TagCipher(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    byte[] of(byte[] block) {
        try {
            Cipher kept = idle.getAndSet(null);
            Cipher cipher = kept == null ? newCipher() : kept;
            byte[] tag = Arrays.copyOf(cipher.doFinal(block), HashText.TAG_BYTES);
            // After an exception the cipher is dropped instead.
            idle.setRelease(cipher);
            return tag;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime can't use AES with 256 bits", e);
        }
    }

    private Cipher newCipher() throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return cipher;
    }
}
