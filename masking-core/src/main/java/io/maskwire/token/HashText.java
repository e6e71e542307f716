package io.maskwire.token;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The text form of a hash: {@code mh1.<kid>.<base64url of 16 bytes of HMAC and a 4-byte tag>}. */
final class HashText {

    static final int DIGEST_BYTES = 16;
    static final int TAG_BYTES = 4;
    private static final String PREFIX = "mh1.";
    // 20 bytes need 27 characters without padding.
    private static final int BODY = 27;
    private static final int LONGEST_KID = 32;

    private final String kid;
    private final byte[] body;

    private HashText(String kid, byte[] body) {
        this.kid = kid;
        this.body = body;
    }

    static HashText of(String kid, byte[] digest, byte[] tag) {
        byte[] body = Arrays.copyOf(digest, DIGEST_BYTES + TAG_BYTES);
        System.arraycopy(tag, 0, body, DIGEST_BYTES, TAG_BYTES);
        return new HashText(kid, body);
    }

    /** Reads a text; null if it has not exactly this form. */
    static @Nullable HashText read(String text) {
        int dot = text.length() - BODY - 1;
        if (!text.startsWith(PREFIX)
                || dot <= PREFIX.length()
                || dot > PREFIX.length() + LONGEST_KID
                || text.charAt(dot) != '.') {
            return null;
        }
        try {
            byte[] body = Base64.getUrlDecoder().decode(text.substring(dot + 1));
            HashText read = new HashText(text.substring(PREFIX.length(), dot), body);
            // Unused bits of the last character must be zero: one value has one text.
            return read.write().equals(text) ? read : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    String write() {
        return PREFIX + kid + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(body);
    }

    String kid() {
        return kid;
    }

    byte[] digest() {
        return Arrays.copyOf(body, DIGEST_BYTES);
    }

    boolean hasTag(byte[] tag) {
        return MessageDigest.isEqual(Arrays.copyOfRange(body, DIGEST_BYTES, body.length), tag);
    }
}
