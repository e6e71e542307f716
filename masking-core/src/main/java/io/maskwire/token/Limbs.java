package io.maskwire.token;

import java.math.BigInteger;

/** Natural numbers of a fixed length, as 32-bit limbs with the lowest first: what FF1 needs of big numbers, in place. */
final class Limbs {

    private static final long LOW = 0xffffffffL;

    private Limbs() {}

    static int[] of(BigInteger number, int length) {
        int[] limbs = new int[length];
        for (int i = 0; i < length; i++) {
            limbs[i] = number.shiftRight(32 * i).intValue();
        }
        return limbs;
    }

    /** {@code number = number * factor + addend}. */
    static void multiplyAdd(int[] number, int length, int factor, int addend) {
        long carry = addend;
        for (int i = 0; i < length; i++) {
            long product = (number[i] & LOW) * factor + carry;
            number[i] = (int) product;
            carry = product >>> 32;
        }
    }

    /** {@code number = number / divisor}; returns the remainder. The divisor is positive. */
    static int divide(int[] number, int length, int divisor) {
        long rest = 0;
        for (int i = length - 1; i >= 0; i--) {
            long dividend = rest << 32 | number[i] & LOW;
            number[i] = (int) (dividend / divisor);
            rest = dividend % divisor;
        }
        return (int) rest;
    }

    /** {@code number = number + addend}, without the last carry. */
    static void add(int[] number, int[] addend, int length) {
        long carry = 0;
        for (int i = 0; i < length; i++) {
            long sum = (number[i] & LOW) + (addend[i] & LOW) + carry;
            number[i] = (int) sum;
            carry = sum >>> 32;
        }
    }

    /** {@code number = number - subtrahend}; returns the borrow. */
    static int subtract(int[] number, int[] subtrahend, int length) {
        long borrow = 0;
        for (int i = 0; i < length; i++) {
            long difference = (number[i] & LOW) - (subtrahend[i] & LOW) - borrow;
            number[i] = (int) difference;
            borrow = difference >>> 63;
        }
        return (int) borrow;
    }

    static boolean isLess(int[] one, int[] other, int length) {
        for (int i = length - 1; i >= 0; i--) {
            if (one[i] != other[i]) {
                return Integer.compareUnsigned(one[i], other[i]) < 0;
            }
        }
        return false;
    }

    /** Shifts left by less than 32 bits. */
    static void shiftLeft(int[] number, int length, int bits) {
        if (bits > 0) {
            for (int i = length - 1; i > 0; i--) {
                number[i] = number[i] << bits | number[i - 1] >>> 32 - bits;
            }
            number[0] <<= bits;
        }
    }

    /** Shifts right by less than 32 bits. */
    static void shiftRight(int[] number, int length, int bits) {
        if (bits > 0) {
            for (int i = 0; i < length - 1; i++) {
                number[i] = number[i] >>> bits | number[i + 1] << 32 - bits;
            }
            number[length - 1] >>>= bits;
        }
    }

    /** {@code number = number - factor * subtrahend}, from a limb on and one limb further; returns the borrow. */
    static int subtractProduct(int[] number, int at, int[] subtrahend, int length, long factor) {
        long carry = 0;
        long borrow = 0;
        for (int i = 0; i < length; i++) {
            long product = (subtrahend[i] & LOW) * factor + carry;
            carry = product >>> 32;
            long difference = (number[at + i] & LOW) - (product & LOW) - borrow;
            number[at + i] = (int) difference;
            borrow = difference >>> 63;
        }
        long difference = (number[at + length] & LOW) - carry - borrow;
        number[at + length] = (int) difference;
        return (int) (difference >>> 63);
    }

    /** {@code number = number + addend}, from a limb on and one limb further, without its last carry. */
    static void addAt(int[] number, int at, int[] addend, int length) {
        long carry = 0;
        for (int i = 0; i < length; i++) {
            long sum = (number[at + i] & LOW) + (addend[i] & LOW) + carry;
            number[at + i] = (int) sum;
            carry = sum >>> 32;
        }
        number[at + length] += (int) carry;
    }
}
