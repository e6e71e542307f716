package io.maskwire.token;

import java.math.BigInteger;

/** Numbers as numerals of a radix, the most significant first. */
final class Numerals {

    /** Below it a division is one product: see Granlund and Montgomery, "Division by invariant integers" (1994). */
    private static final long SMALL = 1L << 31;

    private final int radix;
    private final Modulus modulus;
    private final long magic;
    private final int shift;

    Numerals(int radix) {
        this.radix = radix;
        this.modulus = new Modulus(BigInteger.valueOf(radix));
        int bits = Long.SIZE - Long.numberOfLeadingZeros(radix - 1L);
        this.shift = 31 + bits;
        this.magic = (1L << shift) / radix + 1;
    }

    long read(int[] numerals, int from, int count) {
        long number = 0;
        for (int i = from; i < from + count; i++) {
            number = number * radix + numerals[i];
        }
        return number;
    }

    void write(long number, int[] numerals, int from, int count) {
        int at = from + count;
        long rest = number;
        while (rest >= SMALL) {
            long quotient = modulus.quotient(rest);
            long numeral = rest - quotient * radix;
            boolean isOneMore = numeral >= radix;
            numerals[--at] = (int) (isOneMore ? numeral - radix : numeral);
            rest = isOneMore ? quotient + 1 : quotient;
        }
        while (at > from) {
            long quotient = rest * magic >>> shift;
            numerals[--at] = (int) (rest - quotient * radix);
            rest = quotient;
        }
    }
}
