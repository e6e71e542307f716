package io.maskwire.token;

import java.math.BigInteger;

/** Arithmetic modulo one number of two or more limbs. Division as in Knuth, volume 2, algorithm D. */
final class LimbModulus {

    private static final long LOW = 0xffffffffL;

    private final int[] modulus;
    private final int[] normal;
    private final int size;
    private final int shift;

    /**
     * Prepares a modulus.
     *
     * @param length the limbs of all numbers that come in, at least one bit more than the modulus needs
     */
    LimbModulus(BigInteger number, int length) {
        this.modulus = Limbs.of(number, length);
        this.size = (number.bitLength() + 31) / 32;
        this.shift = 32 * size - number.bitLength();
        this.normal = Limbs.of(number.shiftLeft(shift), size);
    }

    /** {@code half = (half + f) mod m}; f has a zero limb above it, and is used up. */
    void plus(int[] half, int[] f) {
        reduce(f);
        Limbs.add(half, f, modulus.length);
        if (!Limbs.isLess(half, modulus, modulus.length)) {
            Limbs.subtract(half, modulus, modulus.length);
        }
    }

    /** {@code half = (half - f) mod m}; f has a zero limb above it, and is used up. */
    void minus(int[] half, int[] f) {
        reduce(f);
        if (Limbs.subtract(half, f, modulus.length) != 0) {
            Limbs.add(half, modulus, modulus.length);
        }
    }

    /** Leaves the remainder in place; the limb above takes the shifted bits. */
    private void reduce(int[] number) {
        int length = modulus.length + 1;
        Limbs.shiftLeft(number, length, shift);
        for (int at = length - size - 1; at >= 0; at--) {
            long quotient = estimate(number, at + size);
            if (Limbs.subtractProduct(number, at, normal, size, quotient) != 0) {
                Limbs.addAt(number, at, normal, size);
            }
        }
        Limbs.shiftRight(number, length, shift);
    }

    /** The next digit of the quotient, or one more. */
    private long estimate(int[] number, int top) {
        long divisor = normal[size - 1] & LOW;
        long dividend = (long) number[top] << 32 | number[top - 1] & LOW;
        long quotient = Long.divideUnsigned(dividend, divisor);
        long rest = dividend - quotient * divisor;
        while (quotient > LOW || isTooLarge(quotient, rest, number[top - 2])) {
            quotient--;
            rest += divisor;
            if (rest > LOW) {
                break;
            }
        }
        return quotient;
    }

    private boolean isTooLarge(long quotient, long rest, int next) {
        return Long.compareUnsigned(quotient * (normal[size - 2] & LOW), rest << 32 | next & LOW) > 0;
    }
}
