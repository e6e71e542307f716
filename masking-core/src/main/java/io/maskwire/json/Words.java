package io.maskwire.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes looked at as one. */
final class Words {

    static final long HIGH_BITS = 0x8080808080808080L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long QUOTES_FLIPPED = 0x02 * ONES;
    private static final long BELOW_FLIPPED = 0x21 * ONES;
    private static final long BACKSLASHES = '\\' * ONES;

    private Words() {}

    static long at(byte[] bytes, int i) {
        return (long) LONGS.get(bytes, i);
    }

    static int intAt(byte[] bytes, int i) {
        return (int) INTS.get(bytes, i);
    }

    /**
     * Flags quotes, backslashes, control characters and non-ASCII bytes. The lowest flag is exact; above it a borrow may
     * set others. Flipping bit 1 puts the quote, 22, just below all other characters that may stand in a string.
     */
    static long stops(long word) {
        return ((word ^ QUOTES_FLIPPED) - BELOW_FLIPPED | (word ^ BACKSLASHES) - ONES | word) & HIGH_BITS;
    }

    /** The same without non-ASCII bytes. */
    static long asciiStops(long word) {
        return ((word ^ QUOTES_FLIPPED) - BELOW_FLIPPED | (word ^ BACKSLASHES) - ONES) & ~word & HIGH_BITS;
    }

    /** Which byte the lowest flag is for. */
    static int first(long flags) {
        return Long.numberOfTrailingZeros(flags) >>> 3;
    }
}
