package io.maskwire.token;

import java.math.BigInteger;

/**
 * Arithmetic modulo one number from 2 to 2^63 - 1, with reciprocals in the place of divisions. Long words by the method
 * of Möller and Granlund, "Improved division by invariant integers" (2011), algorithm 4.
 */
final class Modulus {

    private static final BigInteger LARGEST_LONG = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    private static final BigInteger LARGEST_DOUBLE =
            BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE);

    private final long m;
    private final long reciprocal;
    private final long twiceReciprocal;
    private final int shift;
    private final long normal;
    private final long normalReciprocal;

    Modulus(BigInteger modulus) {
        this.m = modulus.longValueExact();
        this.reciprocal = LARGEST_LONG.divide(modulus).longValue();
        this.twiceReciprocal = LARGEST_LONG.shiftLeft(1).divide(modulus).longValue();
        this.shift = Long.numberOfLeadingZeros(m);
        this.normal = m << shift;
        // Its leading bit, 2^64, is dropped here and added again as the dividend's high word.
        this.normalReciprocal = LARGEST_DOUBLE.divide(modulus.shiftLeft(shift)).longValue();
    }

    /** The remainder of an unsigned number. */
    long of(long y) {
        long rest = y - quotient(y) * m;
        return Long.compareUnsigned(rest, m) < 0 ? rest : rest - m;
    }

    /** The quotient of an unsigned number, or one less. */
    long quotient(long y) {
        // The reciprocal is below 2^63, so only y can look negative.
        return Math.multiplyHigh(y, reciprocal) + (y >> 63 & reciprocal);
    }

    /** The remainder of {@code high * 2^64 + low}, where the high word is below 2^32. */
    long of(long high, long low) {
        long top = high < m ? high : high % m;
        long u1 = top << shift | low >>> 64 - shift;
        long u0 = low << shift;
        long q0 = normalReciprocal * u1 + u0;
        long carry = Long.compareUnsigned(q0, u0) < 0 ? 1 : 0;
        long q1 = highProduct(normalReciprocal, u1) + u1 + carry + 1;
        long rest = u0 - q1 * normal;
        if (Long.compareUnsigned(rest, q0) > 0) {
            rest += normal;
        }
        if (Long.compareUnsigned(rest, normal) >= 0) {
            rest -= normal;
        }
        return rest >>> shift;
    }

    /** The sum of two remainders; both are below 2^63, so nothing here overflows. */
    long plus(long a, long b) {
        long sum = a - m + b;
        return sum + (sum >> 63 & m);
    }

    /**
     * The sum of a remainder and of any unsigned number, reduced; for a modulus from 5 to 2^32.
     *
     * <p>Half of the number, times twice the reciprocal, is a quotient that leaves less than two moduli.
     */
    long plusAny(long a, long y) {
        long quotient = Math.multiplyHigh(y >>> 1, twiceReciprocal);
        long sum = a - m + (y - quotient * m);
        sum += sum >> 63 & m;
        sum -= m;
        return sum + (sum >> 63 & m);
    }

    /** The difference of two remainders. */
    long minus(long a, long b) {
        long difference = a - b;
        return difference + (difference >> 63 & m);
    }

    /** The high word of an unsigned product; {@code Math.unsignedMultiplyHigh} came with Java 18. */
    private static long highProduct(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }
}
