package io.maskwire.token;

import io.maskwire.policy.Luhn;

/** The Luhn check digit of ISO/IEC 7812-1. */
final class CheckDigit {

    private static final int OFF = 5;

    private CheckDigit() {}

    /** The check digit that belongs behind the first digits. */
    static int of(int[] digits, int count) {
        int sum = 0;
        for (int i = count - 1, weight = 2; i >= 0; i--, weight = 3 - weight) {
            int product = digits[i] * weight;
            sum += product > 9 ? product - 9 : product;
        }
        return (10 - sum % 10) % 10;
    }

    /** The last digit of a masked number. */
    static int masked(Luhn luhn, int[] digits, int count) {
        int right = of(digits, count);
        return luhn == Luhn.INVALID ? (right + OFF) % 10 : right;
    }
}
