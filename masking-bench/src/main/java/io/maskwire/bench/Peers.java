package io.maskwire.bench;

import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.subtle.AesSiv;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** What benchmarks compare with, ready for use. */
public final class Peers {

    private Peers() {}

    /** Single AES blocks of the JDK. */
    public static Cipher aesBlocks(byte[] key) {
        try {
            Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
            return aes;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no AES", e);
        }
    }

    /** AES-SIV of Tink. */
    public static DeterministicAead tink(byte[] key) {
        try {
            return new AesSiv(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink doesn't take the key", e);
        }
    }
}
