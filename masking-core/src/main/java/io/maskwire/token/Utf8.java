package io.maskwire.token;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** UTF-8, where an unpaired surrogate is refused: replaced, different values would get one masked form. */
final class Utf8 {

    private static final byte END = (byte) 0x80;
    private static final long ONES = 0x0101010101010101L;
    private static final long QUESTION_MARKS = 0x3f3f3f3f3f3f3f3fL;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    static byte[] of(String text) {
        byte[] latin1 = text.getBytes(StandardCharsets.ISO_8859_1);
        if (isPlain(latin1)) {
            return latin1;
        }
        checkPairs(text);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether all is ASCII, and nothing the question mark that stands for what is not Latin-1. */
    private static boolean isPlain(byte[] latin1) {
        long signs = 0;
        int i = 0;
        for (; i + Long.BYTES <= latin1.length; i += Long.BYTES) {
            long eight = Bytes.getLong(latin1, i);
            // Borrows reach other bytes only from one that is a question mark.
            signs |= eight | (eight ^ QUESTION_MARKS) - ONES;
        }
        for (; i < latin1.length; i++) {
            signs |= latin1[i] | (latin1[i] ^ '?') - 1;
        }
        return (signs & HIGH_BITS) == 0;
    }

    /** The text, a byte 80, and zeroes to a multiple of 16 bytes: of its length only that multiple can be seen. */
    static byte[] padded(String text) {
        byte[] bytes = of(text);
        byte[] padded = Arrays.copyOf(bytes, (bytes.length / Aes.BLOCK + 1) * Aes.BLOCK);
        padded[bytes.length] = END;
        return padded;
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
