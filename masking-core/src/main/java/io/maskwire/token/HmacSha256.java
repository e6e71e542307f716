package io.maskwire.token;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104, RFC 4231) under one key, for many threads: each call works on a clone of a keyed state. */
final class HmacSha256 {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac keyed;

    HmacSha256(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            this.keyed = (Mac) mac.clone();
        } catch (GeneralSecurityException | CloneNotSupportedException e) {
            throw new IllegalStateException("The first security provider must offer a cloneable " + ALGORITHM, e);
        }
    }

    byte[] of(byte[] message) {
        try {
            return ((Mac) keyed.clone()).doFinal(message);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(ALGORITHM + " can no longer be cloned", e);
        }
    }
}
