package io.maskwire.token;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The text form of a token: {@code mw1.<kid>.<base64url of what AES-SIV gives>}. */
final class TokenText {

    private static final String PREFIX = "mw1.";
    private static final int LONGEST_KID = 32;

    private TokenText() {}

    /** All before the body, with the last dot: what a token is bound to as associated data. */
    static byte[] start(String kid) {
        return (PREFIX + kid + ".").getBytes(StandardCharsets.US_ASCII);
    }

    /** A token of the same length and key that can't be right, for it differs in its vector; other texts stay. */
    static String spoiled(String text) {
        String kid = kid(text);
        int body = kid == null ? text.length() : PREFIX.length() + kid.length() + 1;
        if (body >= text.length()) {
            return text;
        }
        return text.substring(0, body) + (text.charAt(body) == 'A' ? 'B' : 'A') + text.substring(body + 1);
    }

    /** The name of the key a text says it was made with; null if it has not the form of a token. */
    static @Nullable String kid(String text) {
        if (!text.startsWith(PREFIX)) {
            return null;
        }
        int dot = text.indexOf('.', PREFIX.length());
        boolean isName = dot > PREFIX.length() && dot <= PREFIX.length() + LONGEST_KID;
        return isName ? text.substring(PREFIX.length(), dot) : null;
    }
}
