package io.maskwire.policy;

import java.util.Objects;

/**
 * What a format-preserving mask leaves as it is, and what it reads and writes. Two values of one format that differ only
 * in separators get masked forms that differ only in separators.
 *
 * @param alphabet the characters of a value
 * @param separators characters that stay where they are and count for nothing; none of them is in the alphabet
 * @param keepFirst how many first characters stay; they decide what the others become
 * @param keepLast how many last characters stay; they decide what the others become
 * @param luhn what becomes of the last digit; other than {@link Luhn#NONE} it needs digits and keeps no last ones
 */
public record PreservedFormat(Alphabet alphabet, String separators, int keepFirst, int keepLast, Luhn luhn) {

    /** Longer values become the marker. */
    public static final int MOST_SYMBOLS = 200;

    /** Digits with space, {@code -} and {@code .} between them, nothing kept. */
    public static final PreservedFormat DIGITS =
            new PreservedFormat(Alphabet.of(Alphabet.DIGITS), " -.", 0, 0, Luhn.NONE);

    /**
     * Checks that the options fit together.
     *
     * @throws IllegalArgumentException if they don't
     */
    public PreservedFormat {
        Objects.requireNonNull(alphabet, "alphabet");
        Objects.requireNonNull(luhn, "luhn");
        separators
                .codePoints()
                .filter(c -> alphabet.indexOf(c) >= 0)
                .findFirst()
                .ifPresent(both -> {
                    throw new IllegalArgumentException("\"" + Character.toString(both)
                            + "\" can't be a separator and in the alphabet; choose separators without it first");
                });
        if (keepFirst < 0 || keepLast < 0 || keepFirst > MOST_SYMBOLS || keepLast > MOST_SYMBOLS) {
            throw new IllegalArgumentException("keepFirst and keepLast need 0 to " + MOST_SYMBOLS
                    + " characters, but were " + keepFirst + " and " + keepLast);
        }
        if (luhn != Luhn.NONE && keepLast > 0) {
            throw new IllegalArgumentException("With luhn the last digit is computed anew; remove keepLast or luhn");
        }
        if (luhn != Luhn.NONE && !alphabet.characters().equals(Alphabet.DIGITS)) {
            throw new IllegalArgumentException("Only digits have a Luhn check digit; remove luhn or the alphabet");
        }
    }

    /** True if the character is a separator. */
    public boolean isSeparator(int codePoint) {
        return separators.indexOf(codePoint) >= 0;
    }

    /** The options that are not as in {@link #DIGITS}, as code. */
    String options() {
        return (alphabet.equals(DIGITS.alphabet) ? "" : ".alphabet(" + alphabet + ")")
                + (separators.equals(DIGITS.separators) ? "" : ".separators(\"" + separators + "\")")
                + (keepFirst == 0 ? "" : ".keepFirst(" + keepFirst + ")")
                + (keepLast == 0 ? "" : ".keepLast(" + keepLast + ")")
                + (luhn == Luhn.NONE ? "" : ".luhn(" + luhn + ")");
    }
}
