package io.maskwire.json;

import java.nio.charset.StandardCharsets;

/**
 * Characters as one byte each, so that positions are the same: Latin-1 as it is, any other as one that may stand only
 * inside a string. So a string is scanned without being encoded.
 */
final class Projection {

    private static final int LATIN = 0xff;

    private Projection() {}

    static byte[] of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        // Both halves of a pair together become one byte there.
        return bytes.length == text.length() ? bytes : oneByOne(text);
    }

    private static byte[] oneByOne(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            char c = text.charAt(i);
            bytes[i] = c > LATIN ? (byte) LATIN : (byte) c;
        }
        return bytes;
    }
}
