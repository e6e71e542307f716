package io.maskwire.token;

import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What FF1 needs to know of all texts of one radix and length under one key. All in exact integers: a floating logarithm
 * gives a wrong b for some lengths. For many threads.
 */
final class Ff1Shape {

    private static final int CACHED_TWEAKS = 64;
    private static final int FEWEST_TEXTS = 100;

    final int radix;
    final int length;
    /** Numerals of the left half. */
    final int u;
    /** Numerals of the right half. */
    final int v;
    /** Bytes of a half as a number. */
    final int b;
    /** Bytes taken of the round function. */
    final int d;

    final BigInteger powerU;
    final BigInteger powerV;
    private final AtomicReferenceArray<@Nullable Block> starts = new AtomicReferenceArray<>(CACHED_TWEAKS);

    Ff1Shape(int radix, int length) {
        this.radix = radix;
        this.length = length;
        this.u = length / 2;
        this.v = length - u;
        this.powerU = BigInteger.valueOf(radix).pow(u);
        this.powerV = BigInteger.valueOf(radix).pow(v);
        if (length < 2 || powerU.multiply(powerV).compareTo(BigInteger.valueOf(FEWEST_TEXTS)) < 0) {
            throw new IllegalArgumentException(
                    "FF1 takes texts of at least two numerals, and of a length that has at least " + FEWEST_TEXTS
                            + " texts");
        }
        this.b = (powerV.subtract(BigInteger.ONE).bitLength() + 7) / 8;
        this.d = 4 * ((b + 3) / 4) + 4;
    }

    /** The block P encrypted, which depends on the length of the tweak only. */
    Block start(int tweakLength, Cmac.Chain chain) {
        Block known = tweakLength < CACHED_TWEAKS ? starts.get(tweakLength) : null;
        if (known != null) {
            return known;
        }
        chain.begin();
        chain.absorb(0x010201_000000_0a_00L | (long) radix << 16 | u & 0xff, (long) length << 32 | tweakLength);
        Block start = chain.value();
        if (tweakLength < CACHED_TWEAKS) {
            starts.set(tweakLength, start);
        }
        return start;
    }

    /** Where the block of Q with the round number begins; up to there Q is the same in every round. */
    int roundBlock(int tweakLength) {
        int q = (tweakLength + b + 1 + Aes.BLOCK - 1) / Aes.BLOCK * Aes.BLOCK;
        return (q - b - 1) / Aes.BLOCK * Aes.BLOCK;
    }
}
