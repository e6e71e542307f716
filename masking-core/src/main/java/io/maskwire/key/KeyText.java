package io.maskwire.key;

import java.util.Arrays;
import java.util.Base64;
import java.util.Set;

/** A key as text: base64, plain or for URLs, of 32, 48 or 64 bytes; fixed lengths, so that a truncated text is seen. */
final class KeyText {

    private static final Set<Integer> LENGTHS = Set.of(32, 48, 64);

    private KeyText() {}

    /**
     * Reads a key.
     *
     * @throws IllegalArgumentException that says what is wrong and quotes nothing of the text
     */
    static byte[] read(String text) {
        byte[] key = decode(text);
        if (!LENGTHS.contains(key.length)) {
            Arrays.fill(key, (byte) 0);
            throw new IllegalArgumentException("does not hold 32, 48 or 64 bytes");
        }
        return key;
    }

    private static byte[] decode(String text) {
        boolean forUrls = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
        try {
            return (forUrls ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(text);
        } catch (IllegalArgumentException quotesTheKey) {
            throw new IllegalArgumentException("is not base64");
        }
    }
}
