package io.maskwire.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The replacements in an input that is at hand whole. Nothing is written before all of it was read. */
abstract class Edits implements Output {

    static final int FIRST_SIZE = 64;
    static final int LARGEST_KEPT = 4096;

    private long[] spans = new long[FIRST_SIZE];
    private int count;

    @Override
    public final void replace(byte[] input, int from, int to, @Nullable String content) {
        if (count == spans.length) {
            spans = Arrays.copyOf(spans, 2 * count);
        }
        put(count, content);
        spans[count] = (long) from << Integer.SIZE | to;
        count++;
    }

    @Override
    public final void textEnds(byte[] input, int at) {
        // All or nothing.
    }

    /** Keeps what stands in the place of a span: a string that says this, or null. */
    abstract void put(int index, @Nullable String content);

    final int count() {
        return count;
    }

    final int from(int index) {
        return (int) (spans[index] >>> Integer.SIZE);
    }

    final int to(int index) {
        return (int) spans[index];
    }

    /** Forgets all. */
    void clear() {
        count = 0;
        if (spans.length > LARGEST_KEPT) {
            spans = new long[FIRST_SIZE];
        }
    }

    /** The length of the result. */
    static int checked(long length) {
        if (length > Integer.MAX_VALUE - Long.BYTES) {
            throw JsonException.limit("The masked form passes what an array can hold; use streams", length);
        }
        return (int) length;
    }
}
