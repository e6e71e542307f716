package io.maskwire.policy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Replaces a number by the half-open range of fixed width it lies in: {@code 34} by {@code [30,40)}. */
record BucketMask(long size) implements Mask {

    private static final int LONGEST = 40;
    private static final String NUMBER = "0123456789+-.eE";

    BucketMask {
        if (size < 2) {
            throw new IllegalArgumentException("A bucket needs a size of 2 or more, but was " + size);
        }
    }

    @Override
    public String mask(String original, MaskContext context) {
        if (original.length() > LONGEST || original.chars().anyMatch(c -> NUMBER.indexOf(c) < 0)) {
            return Masks.MARKER;
        }
        try {
            return bucket(new BigDecimal(original));
        } catch (NumberFormatException noNumber) {
            return Masks.MARKER;
        }
    }

    private String bucket(BigDecimal number) {
        // 1e999999999 is short, but not as an integer.
        if (Math.abs((long) number.precision() - number.scale()) > LONGEST) {
            return Masks.MARKER;
        }
        BigInteger width = BigInteger.valueOf(size);
        BigInteger floor = number.setScale(0, RoundingMode.FLOOR).toBigIntegerExact();
        BigInteger from = floor.subtract(floor.mod(width));
        return "[" + from + "," + from.add(width) + ")";
    }

    @Override
    public String toString() {
        return "bucket(" + size + ")";
    }
}
