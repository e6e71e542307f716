package io.maskwire.json;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which names follow which, since most objects have the shape of others before: guessing the next name and
 * comparing it takes half the time of reading it.
 *
 * <p>Holds a bounded number of gaps; a new one takes the place of an old one, so that no document can fill it for good.
 * What it says is only a guess. Shared by all threads without a lock: a gap seen late or lost costs time, nothing else.
 */
final class Predictor {

    private static final int SIZE = 512;
    private static final int WAYS = 4;

    // Apart, and linked apart, so that no gap without a comma is ever guessed where one with a comma stands.
    private final @Nullable Gap[] nexts = new Gap[SIZE];
    private final @Nullable Gap[] firsts = new Gap[SIZE];
    /** Stands for what is around a document. */
    private final Gap root = new Gap(new byte[] {' '}, 0, 1, new Symbol(0, new BitSet()));

    private final boolean lines;
    private int victim;

    /** With {@code lines}, white space may end lines. */
    Predictor(boolean lines) {
        this.lines = lines;
    }

    Gap root() {
        return root;
    }

    /** Remembers a gap with a comma that was read in full; null if it is none to remember. */
    @Nullable
    Gap next(byte[] b, int from, int to, Symbol symbol) {
        return b[from] == ',' ? remember(nexts, b, from, to, symbol) : null;
    }

    /** Remembers a gap at the beginning of an object. */
    @Nullable
    Gap first(byte[] b, int from, int to, Symbol symbol) {
        return remember(firsts, b, from, to, symbol);
    }

    private @Nullable Gap remember(@Nullable Gap[] table, byte[] b, int from, int to, Symbol symbol) {
        if (to - from > Gap.LONGEST || !isPlain(b, from, to)) {
            return null;
        }
        int home = FoldedBytes.hash(b, from, to) & SIZE - WAYS;
        int slot = home + (victim++ & WAYS - 1);
        for (int i = home; i < home + WAYS; i++) {
            Gap known = table[i];
            if (known == null) {
                slot = i;
                break;
            }
            if (known.length() == to - from && known.isAt(b, from, b.length)) {
                return known;
            }
        }
        Gap old = table[slot];
        if (old != null) {
            old.forget();
        }
        Gap made = new Gap(b, from, to, symbol);
        table[slot] = made;
        return made;
    }

    /**
     * True if the bytes say the same in every encoding we read: where characters were put into one byte each, {@code ?}
     * may stand for another.
     */
    private boolean isPlain(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            if (b[i] <= 0 || b[i] == '\\' || b[i] == '?' || b[i] == '\n' && !lines) {
                return false;
            }
        }
        return true;
    }
}
