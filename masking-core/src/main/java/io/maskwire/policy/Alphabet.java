package io.maskwire.policy;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The characters a format-preserving mask reads and writes, in their order. The order is a part of the masked form: the
 * same characters in another order give unrelated results.
 *
 * <p>Immutable and safe for use by many threads; equal by its characters.
 */
public final class Alphabet {

    /** {@code 0} to {@code 9}. */
    public static final String DIGITS = "0123456789";

    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** Digits, then the lower-case letters {@code a} to {@code z}. */
    public static final String ALPHANUMERIC_LOWER = DIGITS + LOWER;

    /** Digits, then the upper-case letters {@code A} to {@code Z}. */
    public static final String ALPHANUMERIC_UPPER = DIGITS + UPPER;

    /** Digits, then the upper-case and the lower-case letters. */
    public static final String ALPHANUMERIC_MIXED = DIGITS + UPPER + LOWER;

    private static final int LARGEST_RADIX = 1 << 16;
    private static final int ASCII = 128;
    private static final int LATIN_1 = 256;

    private final String characters;
    private final int[] codePoints;
    // Of each ASCII character its place, or -1.
    private final int[] asciiIndexes = new int[ASCII];
    // All code points, sorted, each above the bits of its place.
    private final long[] sorted;

    private Alphabet(String characters, int[] codePoints) {
        this.characters = characters;
        this.codePoints = codePoints;
        this.sorted = new long[codePoints.length];
        Arrays.fill(asciiIndexes, -1);
        for (int i = 0; i < codePoints.length; i++) {
            sorted[i] = (long) codePoints[i] << Integer.SIZE | i;
            if (codePoints[i] < ASCII) {
                asciiIndexes[codePoints[i]] = i;
            }
        }
        Arrays.sort(sorted);
    }

    /**
     * An alphabet of these characters (Unicode code points) in this order.
     *
     * @throws IllegalArgumentException if there are fewer than 2 or more than 65536, if one comes twice, or if the text
     *     has an unpaired surrogate
     */
    public static Alphabet of(String characters) {
        int[] codePoints = characters.codePoints().toArray();
        if (codePoints.length < 2 || codePoints.length > LARGEST_RADIX) {
            throw new IllegalArgumentException(
                    "An alphabet needs 2 to " + LARGEST_RADIX + " characters, but has " + codePoints.length);
        }
        if (Arrays.stream(codePoints).anyMatch(Alphabet::isSurrogate)) {
            throw new IllegalArgumentException("An alphabet can't have an unpaired surrogate; remove it");
        }
        Alphabet alphabet = new Alphabet(characters, codePoints);
        alphabet.checkDistinct();
        return alphabet;
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private void checkDistinct() {
        for (int i = 1; i < sorted.length; i++) {
            int codePoint = (int) (sorted[i] >> Integer.SIZE);
            if (codePoint == (int) (sorted[i - 1] >> Integer.SIZE)) {
                throw new IllegalArgumentException("An alphabet has each character once, but \""
                        + Character.toString(codePoint) + "\" comes twice; remove one");
            }
        }
    }

    /** How many characters there are. */
    public int radix() {
        return codePoints.length;
    }

    /** The characters in their order. */
    public String characters() {
        return characters;
    }

    /** The place of a character, from 0; negative if it is not in the alphabet. */
    public int indexOf(int codePoint) {
        if (codePoint < ASCII) {
            return asciiIndexes[codePoint];
        }
        int place = -Arrays.binarySearch(sorted, (long) codePoint << Integer.SIZE) - 1;
        // Found itself is the character at place 0 of the alphabet.
        if (place < 0) {
            return 0;
        }
        boolean isThere = place < sorted.length && sorted[place] >> Integer.SIZE == codePoint;
        return isThere ? (int) sorted[place] : -1;
    }

    /** The character at a place. */
    public int codePointAt(int index) {
        return codePoints[index];
    }

    /** True if every character fits one byte of ISO 8859-1. */
    public boolean isLatin1() {
        return sorted[sorted.length - 1] >> Integer.SIZE < LATIN_1;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Alphabet alphabet && characters.equals(alphabet.characters);
    }

    @Override
    public int hashCode() {
        return characters.hashCode();
    }

    /** Prints as the code that made it. */
    @Override
    public String toString() {
        return switch (characters) {
            case DIGITS -> "DIGITS";
            case ALPHANUMERIC_LOWER -> "ALPHANUMERIC_LOWER";
            case ALPHANUMERIC_UPPER -> "ALPHANUMERIC_UPPER";
            case ALPHANUMERIC_MIXED -> "ALPHANUMERIC_MIXED";
            default ->
                Arrays.stream(codePoints).mapToObj(Character::toString).collect(Collectors.joining("", "\"", "\""));
        };
    }
}
