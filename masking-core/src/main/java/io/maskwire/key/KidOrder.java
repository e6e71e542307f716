package io.maskwire.key;

import java.math.BigInteger;
import java.util.Comparator;

/** Key names in the order people count them: {@code k9} before {@code k10}, {@code 2026-02} before {@code 2026-11}. */
public enum KidOrder implements Comparator<String> {
    /** The order. */
    INSTANCE;

    @Override
    public int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int endI = numberEnd(one, i);
            int endJ = numberEnd(other, j);
            int difference = endI > i && endJ > j
                    ? number(one, i, endI).compareTo(number(other, j, endJ))
                    : Character.compare(one.charAt(i), other.charAt(j));
            if (difference != 0) {
                return difference;
            }
            i = Math.max(endI, i + 1);
            j = Math.max(endJ, j + 1);
        }
        int rest = Integer.compare(one.length() - i, other.length() - j);
        // 07 and 7 are different names.
        return rest != 0 ? rest : one.compareTo(other);
    }

    private static BigInteger number(String text, int start, int end) {
        return new BigInteger(text.substring(start, end));
    }

    private static int numberEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
