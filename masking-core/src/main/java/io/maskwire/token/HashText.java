package io.maskwire.token;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The text form of a hash: {@code mh1.<kid>.<base64url of 16 bytes of HMAC and a 4-byte tag>}. */
final class HashText {

    static final int DIGEST_BYTES = 16;
    static final int BODY_BYTES = DIGEST_BYTES + 4;
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

    /** All before the body. */
    static byte[] start(String kid) {
        return (PREFIX + kid + ".").getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads a text; null if it has not exactly this form. */
    static @Nullable HashText read(String text) {
        int dot = text.length() - BODY - 1;
        if (dot <= PREFIX.length()
                || dot > PREFIX.length() + LONGEST_KID
                || !text.startsWith(PREFIX)
                || text.charAt(dot) != '.') {
            return null;
        }
        byte[] body = Base64Url.bytes(text, dot + 1);
        return body == null ? null : new HashText(text.substring(PREFIX.length(), dot), body);
    }

    /** The name of the key it says it was made with. */
    String kid() {
        return kid;
    }

    /** Digest and tag. */
    byte[] body() {
        return body;
    }

    int tag() {
        return Bytes.getInt(body, DIGEST_BYTES);
    }

    @Override
    public String toString() {
        return "HashText[" + kid + "]";
    }
}
