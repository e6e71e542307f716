package io.maskwire.json;

import java.nio.charset.StandardCharsets;

/**
 * Characters as one byte each, so that positions are the same: Latin-1 as it is, any other as one that may stand only
 * inside a string. So a string is scanned without being encoded.
 */
final class Projection {

    private static final int LATIN = 0xff;
    private static final byte OTHER = '?';

    private Projection() {}

    static byte[] of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        // Both halves of a pair together become one byte there.
        return bytes.length == text.length() ? bytes : oneByOne(text);
    }

    /** Whether every character is Latin-1, so that the bytes are the text. */
    static boolean isExact(String text, byte[] bytes) {
        // All others were replaced by a question mark, and most texts have none.
        return !mayHaveReplaced(bytes) || new String(bytes, StandardCharsets.ISO_8859_1).equals(text);
    }

    private static boolean mayHaveReplaced(byte[] bytes) {
        int i = 0;
        for (; i + Long.BYTES <= bytes.length; i += Long.BYTES) {
            if (Words.mayHaveQuestionMark(Words.at(bytes, i))) {
                return true;
            }
        }
        for (; i < bytes.length; i++) {
            if (bytes[i] == '?') {
                return true;
            }
        }
        return false;
    }

    private static byte[] oneByOne(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            char c = text.charAt(i);
            bytes[i] = c > LATIN ? OTHER : (byte) c;
        }
        return bytes;
    }
}
