package io.maskwire.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Base64url without padding (RFC 4648, section 5), where each array of bytes has exactly one text. */
final class Base64Url {

    private static final byte[] ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VALUES = new byte[128];
    /** Of twelve bits the two characters, as a number. */
    private static final char[] PAIRS = new char[1 << 12];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < ALPHABET.length; i++) {
            VALUES[ALPHABET[i]] = (byte) i;
        }
        for (int i = 0; i < PAIRS.length; i++) {
            PAIRS[i] = (char) (ALPHABET[i >> 6] << 8 | ALPHABET[i & 63]);
        }
    }

    private Base64Url() {}

    /** How many characters some bytes need. */
    static int length(int bytes) {
        return (int) ((bytes * 4L + 2) / 3);
    }

    /** The ASCII text of a start and of the bytes behind it. */
    static String text(byte[] start, byte[] bytes) {
        byte[] text = Arrays.copyOf(start, start.length + length(bytes.length));
        put(bytes, bytes.length, text, start.length);
        return Latin1.text(text, 0, text.length);
    }

    /** Writes the first bytes of an array as ASCII text. */
    static void put(byte[] bytes, int length, byte[] text, int start) {
        int at = start;
        int i = 0;
        for (; i + 6 <= length && i + Long.BYTES <= bytes.length; i += 6, at += 8) {
            long six = Bytes.getLong(bytes, i);
            long first = (long) PAIRS[(int) (six >>> 52)] << 16 | PAIRS[(int) (six >>> 40) & 0xfff];
            long second = (long) PAIRS[(int) (six >>> 28) & 0xfff] << 16 | PAIRS[(int) (six >>> 16) & 0xfff];
            Bytes.putLong(text, at, first << 32 | second);
        }
        for (; i + 3 <= length; i += 3, at += 4) {
            int group = (bytes[i] & 0xff) << 16 | (bytes[i + 1] & 0xff) << 8 | bytes[i + 2] & 0xff;
            Bytes.putInt(text, at, PAIRS[group >> 12] << 16 | PAIRS[group & 0xfff]);
        }
        if (i < length) {
            int group = (bytes[i] & 0xff) << 16 | (i + 1 < length ? (bytes[i + 1] & 0xff) << 8 : 0);
            int end = start + length(length);
            for (int shift = 18; at < end; shift -= 6) {
                text[at++] = ALPHABET[group >> shift & 63];
            }
        }
    }

    /** The bytes of a text from a place on; null if that is not what {@link #text} writes. */
    static byte @Nullable [] bytes(String text, int from) {
        int length = text.length() - from;
        if (length % 4 == 1) {
            // No number of bytes has such a text.
            return null;
        }
        byte[] bytes = new byte[(int) (length * 6L / 8)];
        int bits = 0;
        int held = 0;
        int at = 0;
        for (int i = from; i < text.length(); i++) {
            int value = value(text.charAt(i));
            if (value < 0) {
                return null;
            }
            held = held << 6 | value;
            bits += 6;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >> bits);
            }
        }
        // What is left of the last character must be zero.
        return (held & (1 << bits) - 1) == 0 ? bytes : null;
    }

    private static int value(char c) {
        return c < VALUES.length ? VALUES[c] : -1;
    }
}
