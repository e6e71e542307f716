package io.maskwire.token;

import io.maskwire.key.KeyRing;
import io.maskwire.key.Purpose;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The two subkeys of one key in one domain, ready for use by many threads. */
final class HashKeys {

    private static final String HMAC = "HmacSHA256";
    private static final String AES = "AES";

    private final String kid;
    private final Mac prototype;
    private final SecretKeySpec tagKey;
    private final AtomicReference<@Nullable Cipher> idle = new AtomicReference<>();

    HashKeys(KeyRing ring, String kid, String tenant, String domain, String normalizer) {
        this.kid = kid;
        byte[] hashKey = ring.subkey(kid, Purpose.HASH, tenant, domain, normalizer);
        byte[] tag = ring.subkey(kid, Purpose.TAG, tenant, domain, normalizer);
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(hashKey, HMAC));
            this.prototype = (Mac) mac.clone();
            this.tagKey = new SecretKeySpec(tag, AES);
        } catch (GeneralSecurityException | CloneNotSupportedException e) {
            throw new IllegalStateException(
                    "The first security provider must offer " + HMAC + " that can be cloned", e);
        } finally {
            Arrays.fill(hashKey, (byte) 0);
            Arrays.fill(tag, (byte) 0);
        }
    }

    HashText hash(byte[] value) {
        byte[] digest = Arrays.copyOf(mac().doFinal(value), HashText.DIGEST_BYTES);
        return HashText.of(kid, digest, tag(digest));
    }

    boolean made(HashText text) {
        return text.hasTag(tag(text.digest()));
    }

    private Mac mac() {
        try {
            return (Mac) prototype.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(HMAC + " can no longer be cloned", e);
        }
    }

    /** The first bytes of AES-256 of the digest: one block under a key of its own is a pseudo-random function. */
    private byte[] tag(byte[] digest) {
        try {
            Cipher idleCipher = idle.getAndSet(null);
            Cipher cipher = idleCipher == null ? newCipher() : idleCipher;
            byte[] tag = Arrays.copyOf(cipher.doFinal(digest), HashText.TAG_BYTES);
            idle.setRelease(cipher);
            return tag;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime can't use AES with 256 bits", e);
        }
    }

    private Cipher newCipher() throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, tagKey);
        return cipher;
    }

    @Override
    public String toString() {
        return "HashKeys[" + kid + "]";
    }
}
