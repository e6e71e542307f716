package io.maskwire.json;

import java.nio.charset.StandardCharsets;

/** Whether bytes are well-formed UTF-8, as Unicode's table 3-7 has it. */
final class Utf8 {

    private static final int EIGHT = Long.BYTES;

    private Utf8() {}

    /** A text in UTF-8; one with an unpaired surrogate has none. */
    static byte[] of(String text) {
        if (!Unescaped.isWellFormed(text)) {
            throw JsonException.encoding("no well-formed Unicode, as it has an unpaired surrogate");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Checks a range that begins with a character.
     *
     * @return where its last character begins if that one is not whole, else the range's end
     * @throws JsonException if it isn't well-formed; {@code base} is the offset of the first byte of the array
     */
    static int check(byte[] b, int from, int to, long base) {
        int i = from;
        while (i < to) {
            if (b[i] >= 0) {
                i = ascii(b, i, to);
                continue;
            }
            int length = length(b[i]);
            if (length == 0) {
                throw malformed(base + i);
            }
            if (to - i < length) {
                return i;
            }
            checkRest(b, i, length, base);
            i += length;
        }
        return i;
    }

    private static int ascii(byte[] b, int from, int to) {
        int i = from + 1;
        while (i + EIGHT <= to && (Words.at(b, i) & Words.HIGH_BITS) == 0) {
            i += EIGHT;
        }
        while (i < to && b[i] >= 0) {
            i++;
        }
        return i;
    }

    /** How many bytes a character has that begins with this one; 0 if none does. */
    private static int length(byte first) {
        int c = first & 0xff;
        if (c >= 0xc2 && c <= 0xdf) {
            return 2;
        }
        if (c >= 0xe0 && c <= 0xef) {
            return 3;
        }
        return c >= 0xf0 && c <= 0xf4 ? 4 : 0;
    }

    private static void checkRest(byte[] b, int i, int length, long base) {
        int second = b[i + 1] & 0xff;
        boolean good = switch (b[i] & 0xff) {
            case 0xe0 -> second >= 0xa0 && second <= 0xbf;
            case 0xed -> second >= 0x80 && second <= 0x9f;
            case 0xf0 -> second >= 0x90 && second <= 0xbf;
            case 0xf4 -> second >= 0x80 && second <= 0x8f;
            default -> second >= 0x80 && second <= 0xbf;
        };
        for (int k = 2; k < length; k++) {
            good &= (b[i + k] & 0xc0) == 0x80;
        }
        if (!good) {
            throw malformed(base + i);
        }
    }

    static JsonException malformed(long offset) {
        return JsonException.malformed("the bytes are not well-formed UTF-8", offset);
    }
}
