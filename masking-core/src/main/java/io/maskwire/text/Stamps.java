package io.maskwire.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Dates with a time, {@code 2026-11-23 09:16:30} or with a {@code T}: most lines of a log begin with one, and no detector
 * finds anything before its seconds. Passing by is quicker than looking.
 */
final class Stamps {

    /** Before the seconds. */
    static final int LENGTH = 17;

    private static final int WHOLE = 19;
    private static final int SPACE = 10;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    // What stands in two times eight bytes: FF where a digit does, and the other characters but the space.
    private static final long DATE_DIGITS = 0x00FFFF00FFFFFFFFL;
    private static final long DATE_SIGNS = (long) '-' << 56 | (long) '-' << 32;
    private static final long TIME_DIGITS = 0xFFFF00FFFF00FFFFL;
    private static final long TIME_SIGNS = (long) ':' << 40;
    private static final long SPACE_BYTE = 0xFFL << 16;

    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ZEROS = 0x3030303030303030L;
    /** Carries into the high bit from ten on. */
    private static final long FROM_TEN = 0x7676767676767676L;

    private Stamps() {}

    /** True if one stands here and ends with its seconds, so that its colons are no part of an IPv6 address. */
    static boolean at(byte[] text, int start) {
        if (start + WHOLE >= text.length || text[start + LENGTH - 1] != ':') {
            return false;
        }
        long date = (long) LONGS.get(text, start);
        long time = (long) LONGS.get(text, start + Long.BYTES);
        return (date & ~DATE_DIGITS) == DATE_SIGNS
                && (time & ~(TIME_DIGITS | SPACE_BYTE)) == TIME_SIGNS
                && areDigits(date, DATE_DIGITS)
                && areDigits(time, TIME_DIGITS)
                && (text[start + SPACE] == ' ' || text[start + SPACE] == 'T')
                && ends(text[start + WHOLE] & 0xff);
    }

    private static boolean areDigits(long word, long where) {
        long values = (word ^ ZEROS) & where;
        return ((values | values + (FROM_TEN & where)) & HIGH_BITS) == 0;
    }

    private static boolean ends(int c) {
        return c != ':' && !Chars.hex(c);
    }
}
