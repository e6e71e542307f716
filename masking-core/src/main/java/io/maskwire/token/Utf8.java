package io.maskwire.token;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** UTF-8, where an unpaired surrogate is refused: replaced, different values would get one masked form. */
final class Utf8 {

    private static final byte END = (byte) 0x80;

    private Utf8() {}

    static byte[] of(String text) {
        checkPairs(text);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The text, a byte 80, and zeroes to a multiple of 16 bytes: of its length only that multiple can be seen. */
    static byte[] padded(String text) {
        return isAscii(text) ? paddedAscii(text) : padded(of(text));
    }

    static boolean isAscii(String text) {
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            all |= text.charAt(i);
        }
        return all < 0x80;
    }

    private static byte[] paddedAscii(String text) {
        byte[] bytes = padding(text.length());
        putAscii(text, bytes);
        return bytes;
    }

    /** Writes an ASCII text to the start of an array; returns its length. */
    static int putAscii(String text, byte[] bytes) {
        for (int i = 0; i < text.length(); i++) {
            bytes[i] = (byte) text.charAt(i);
        }
        return text.length();
    }

    private static byte[] padded(byte[] text) {
        byte[] bytes = padding(text.length);
        System.arraycopy(text, 0, bytes, 0, text.length);
        return bytes;
    }

    private static byte[] padding(int length) {
        byte[] bytes = new byte[(length / Aes.BLOCK + 1) * Aes.BLOCK];
        bytes[length] = END;
        return bytes;
    }

    /** True if the bytes end as {@link #padded} ends them. */
    static boolean isPadded(byte[] bytes) {
        return unpaddedLength(bytes) >= 0;
    }

    /** The text of bytes that end as {@link #padded} ends them; null for others. */
    static @Nullable String unpadded(byte[] bytes) {
        int length = unpaddedLength(bytes);
        if (length < 0) {
            return null;
        }
        try {
            ByteBuffer text = ByteBuffer.wrap(bytes, 0, length);
            return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
        } catch (CharacterCodingException malformed) {
            return null;
        }
    }

    private static int unpaddedLength(byte[] bytes) {
        int end = bytes.length - 1;
        while (end >= 0 && bytes[end] == 0) {
            end--;
        }
        return end >= 0 && bytes[end] == END && bytes.length - end <= Aes.BLOCK ? end : -1;
    }

    private static void checkPairs(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean isPair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!isPair) {
                    throw new IllegalArgumentException(
                            "The value is no well-formed Unicode: it has an unpaired surrogate");
                }
                i++;
            }
        }
    }
}
