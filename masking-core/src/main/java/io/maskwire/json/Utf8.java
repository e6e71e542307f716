package io.maskwire.json;

import java.nio.charset.StandardCharsets;

/** Whether bytes are well-formed UTF-8, as Unicode's table 3-7 has it. */
final class Utf8 {

    private static final int EIGHT = Long.BYTES;

    // As signed bytes; below FIRST_OF_MORE are the bytes that go on a character.
    private static final byte FIRST_OF_MORE = (byte) 0xc0;
    private static final byte FIRST_OF_TWO = (byte) 0xc2;
    private static final byte FIRST_OF_THREE = (byte) 0xe0;
    private static final byte BEFORE_SURROGATES = (byte) 0xed;
    private static final byte FIRST_OF_FOUR = (byte) 0xf0;

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
            int next = next(b, i, to);
            if (next < 0) {
                next = rare(b, i, to, base);
                if (next == i) {
                    return i;
                }
            }
            i = next;
        }
        return i;
    }

    /** After a character of one to three bytes, or eight of one; -1 if there is none or it isn't whole. */
    static int next(byte[] b, int i, int to) {
        byte first = b[i];
        if (first >= 0) {
            return i + EIGHT <= to && (Words.at(b, i) & Words.HIGH_BITS) == 0 ? i + EIGHT : i + 1;
        }
        if (first < FIRST_OF_THREE) {
            return first >= FIRST_OF_TWO && i + 1 < to && b[i + 1] < FIRST_OF_MORE ? i + 2 : -1;
        }
        // Those that begin with E0 and ED have fewer second bytes.
        boolean usual = first < FIRST_OF_FOUR && first != FIRST_OF_THREE && first != BEFORE_SURROGATES;
        return usual && i + 2 < to && b[i + 1] < FIRST_OF_MORE && b[i + 2] < FIRST_OF_MORE ? i + 3 : -1;
    }

    /** After any character; {@code i} itself if it isn't whole. */
    private static int rare(byte[] b, int i, int to, long base) {
        int length = length(b[i]);
        if (length == 0) {
            throw malformed(base + i);
        }
        if (to - i < length) {
            return i;
        }
        checkRest(b, i, length, base);
        return i + length;
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
