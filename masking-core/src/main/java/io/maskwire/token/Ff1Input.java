package io.maskwire.token;

import java.util.Arrays;

/**
 * What FF1 works on, in place: numerals, the part of them to encrypt, and the tweak. To be used again; for one thread at
 * a time.
 */
class Ff1Input {

    // A block and what is left of it are read as whole longs.
    private static final int PADDING = 2 * Aes.BLOCK;

    /** Numbers below the radix. */
    int[] numerals;

    /** Where the part to encrypt begins. */
    int from;

    /** How many numerals that part has. */
    int length;

    byte[] tweak = new byte[2 * PADDING];
    private int tweakLength;

    Ff1Input(int capacity) {
        this.numerals = new int[capacity];
    }

    void part(int begin, int count) {
        this.from = begin;
        this.length = count;
    }

    /** The number that some numerals write. */
    long read(Numerals radix, int at, int count) {
        return radix.read(numerals, at, count);
    }

    /** Writes a number as some numerals. */
    void write(Numerals radix, long number, int at, int count) {
        radix.write(number, numerals, at, count);
    }

    void clearTweak() {
        Arrays.fill(tweak, 0, tweakLength, (byte) 0);
        tweakLength = 0;
    }

    /** Whether the tweak is this byte and no more. */
    boolean hasTweak(int oneByte) {
        return tweakLength == 1 && tweak[0] == (byte) oneByte;
    }

    void addToTweak(int oneByte) {
        if (tweakLength == tweak.length - PADDING) {
            tweak = Arrays.copyOf(tweak, tweak.length * 2);
        }
        tweak[tweakLength++] = (byte) oneByte;
    }

    void addToTweak(byte[] bytes) {
        for (byte b : bytes) {
            addToTweak(b);
        }
    }

    /** The length of the tweak; behind it are zeroes. */
    int tweakLength() {
        return tweakLength;
    }

    /** Forgets the values. */
    void wipe(int count) {
        Arrays.fill(numerals, 0, count, 0);
    }
}
