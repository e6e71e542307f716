package io.maskwire.json;

import java.nio.charset.StandardCharsets;

/**
 * Characters as one byte each, so that positions are the same: Latin-1 as it is, any other as one that may stand only
 * inside a string. So a string is scanned without being encoded.
 */
final class Projection {

    /** The last character of Latin-1. */
    static final int LATIN = 0xff;

    private static final byte OTHER = '?';
    /** One of so many parts is looked at first: enough to find out about most texts. */
    private static final int PARTS = 32;

    private Projection() {}

    static byte[] of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        // Both halves of a pair together become one byte there.
        return bytes.length == text.length() ? bytes : spread(text, bytes);
    }

    /** False if one of the first characters is not Latin-1, so that the bytes are not the text. */
    static boolean beginsExactly(String text, byte[] bytes) {
        int length = bytes.length / PARTS;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == OTHER && text.charAt(i) != OTHER) {
                return false;
            }
        }
        return true;
    }

    /** Gives each half of a pair a byte of its own. */
    private static byte[] spread(String text, byte[] joined) {
        byte[] bytes = new byte[text.length()];
        int from = 0;
        int at = 0;
        for (int i = 0; i < joined.length; i++) {
            if (joined[i] == OTHER && isPair(text, at + i - from)) {
                int length = i - from;
                System.arraycopy(joined, from, bytes, at, length);
                at += length;
                bytes[at++] = OTHER;
                from = i;
            }
        }
        System.arraycopy(joined, from, bytes, at, joined.length - from);
        return bytes;
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }
}
