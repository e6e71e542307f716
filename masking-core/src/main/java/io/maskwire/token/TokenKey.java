package io.maskwire.token;

import io.maskwire.key.KeyRing;
import io.maskwire.key.Purpose;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The subkey for tokens of one ring key in one domain, ready for use by many threads. */
final class TokenKey {

    private final String kid;
    private final byte[] start;
    private final AesSiv siv;

    TokenKey(KeyRing ring, String kid, String tenant, String domain) {
        this.kid = kid;
        this.start = TokenText.start(kid);
        byte[] key = ring.subkey(kid, Purpose.SIV, tenant, domain, "");
        try {
            this.siv = new AesSiv(key, start);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    String token(String value) {
        byte[] plaintext = Utf8.padded(value);
        try {
            return Base64Url.text(start, siv.encrypt(plaintext));
        } finally {
            Arrays.fill(plaintext, (byte) 0);
        }
    }

    /** Whether this key made the token: only then does it count as masked. */
    boolean made(String token) {
        byte[] plaintext = open(token);
        boolean isOurs = plaintext != null && Utf8.isPadded(plaintext);
        wipe(plaintext);
        return isOurs;
    }

    /** The value of a token; null if this key did not make it. */
    @Nullable
    String value(String token) {
        byte[] plaintext = open(token);
        String value = plaintext == null ? null : Utf8.unpadded(plaintext);
        wipe(plaintext);
        return value;
    }

    private byte @Nullable [] open(String token) {
        byte[] body = Base64Url.bytes(token, start.length);
        return body == null ? null : siv.decrypt(body);
    }

    private static void wipe(byte @Nullable [] plaintext) {
        if (plaintext != null) {
            Arrays.fill(plaintext, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return "TokenKey[" + kid + "]";
    }
}
