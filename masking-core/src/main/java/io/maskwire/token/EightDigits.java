package io.maskwire.token;

/** Eight ASCII digits in one big-endian word, the first digit in its highest byte, worked on side by side. */
final class EightDigits {

    static final int COUNT = 8;
    /** What numbers of eight digits are below. */
    static final long LIMIT = 100_000_000;

    private static final long ZEROS = 0x3030303030303030L;
    private static final long HIGH_HALVES = 0xf0f0f0f0f0f0f0f0L;
    private static final long UP_TO_CARRY = 0x0606060606060606L;
    private static final long BYTES = 0x00ff00ff00ff00ffL;
    private static final long PAIRS = 0x0000ffff0000ffffL;

    private EightDigits() {}

    /** Eight characters of a text; no digits if one of them is not ASCII. */
    static long of(String text, int at) {
        char c0 = text.charAt(at);
        char c1 = text.charAt(at + 1);
        char c2 = text.charAt(at + 2);
        char c3 = text.charAt(at + 3);
        char c4 = text.charAt(at + 4);
        char c5 = text.charAt(at + 5);
        char c6 = text.charAt(at + 6);
        char c7 = text.charAt(at + 7);
        boolean isAscii = (c0 | c1 | c2 | c3 | c4 | c5 | c6 | c7) < 0x80;
        int high = c0 << 24 | c1 << 16 | c2 << 8 | c3;
        int low = c4 << 24 | c5 << 16 | c6 << 8 | c7;
        return isAscii ? (long) high << 32 | low : 0;
    }

    /** Whether each byte is an ASCII digit. */
    static boolean areDigits(long text) {
        return ((text & HIGH_HALVES) | (text + UP_TO_CARRY & HIGH_HALVES) >>> 4) == 0x3333333333333333L;
    }

    /** The number that eight digits write. */
    static long number(long text) {
        long digits = text - ZEROS;
        long pairs = (digits >>> 8 & BYTES) * 10 + (digits & BYTES);
        long fours = (pairs >>> 16 & PAIRS) * 100 + (pairs & PAIRS);
        return (fours >>> 32) * 10_000 + (fours & 0xffffffffL);
    }

    /** A number below {@link #LIMIT} as eight digits. The divisions are products that are exact in these ranges. */
    static long text(long number) {
        long high = number * 109_951_163L >>> 40;
        long fours = high << 32 | number - high * 10_000;
        long hundreds = fours * 10_486 >>> 20 & 0x0000007f0000007fL;
        long pairs = hundreds << 16 | fours - hundreds * 100;
        long tens = pairs * 103 >>> 10 & 0x000f000f000f000fL;
        return (tens << 8 | pairs - tens * 10) + ZEROS;
    }
}
