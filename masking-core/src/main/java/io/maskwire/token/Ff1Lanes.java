package io.maskwire.token;

import org.jspecify.annotations.Nullable;

/** Values that go through the rounds of FF1 side by side, because AES has to wait for nothing between them. */
final class Ff1Lanes {

    private final Ff1State state;
    private @Nullable Ff1Longs core;
    private final long[] maskHigh = new long[Ff1State.LANES];
    private final long[] maskLow = new long[Ff1State.LANES];
    private final long[] left = new long[Ff1State.LANES];
    private final long[] right = new long[Ff1State.LANES];
    private int count;

    Ff1Lanes(Ff1State state) {
        this.state = state;
    }

    /**
     * Encrypts neighbours in an array that have one shape, as many as there are lanes.
     *
     * @return the index behind the last of them
     */
    int encrypt(Ff1Longs its, Ff1Input[] inputs, int from, int to) {
        int length = inputs[from].length;
        int end = Math.min(to, from + Ff1State.LANES);
        int next = from;
        while (next < end && inputs[next].length == length) {
            add(its, inputs[next++]);
        }
        encrypt();
        for (int i = from; i < next; i++) {
            write(i - from, inputs[i]);
        }
        return next;
    }

    /** Reads a value into the next lane; all in a row have one core. */
    void add(Ff1Longs its, Ff1Input input) {
        if (core != its) {
            core = its;
        }
        state.begin(its.shape(), input);
        maskHigh[count] = state.maskHigh;
        maskLow[count] = state.maskLow;
        left[count] = its.left(input);
        long second = its.right(input);
        right[count] = second;
        its.putBlock(state.in, count * Aes.BLOCK, state.maskHigh, state.maskLow, 0, second);
        count++;
    }

    /** Writes what has become of a lane's value. */
    void write(int lane, Ff1Input input) {
        if (core != null) {
            core.write(input, left[lane], right[lane]);
        }
    }

    /** Encrypts what is in the lanes; after it the first is free again. */
    void encrypt() {
        if (core != null && count > 0) {
            rounds(core);
            count = 0;
        }
    }

    private void rounds(Ff1Longs core) {
        for (int i = 0; i < Ff1Core.ROUNDS; i++) {
            state.aes.encrypt(state.in, count * Aes.BLOCK, state.out);
            long[] half = (i & 1) == 0 ? left : right;
            if (core.isNarrow()) {
                narrow(core.modulo(i), half, core.roundNumber(i + 1));
            } else {
                wide(core, i, half);
            }
        }
    }

    /** Changes one half of each value and puts it into the next round's block, of which nothing else changes. */
    private void narrow(Modulus modulo, long[] half, long next) {
        byte[] in = state.in;
        byte[] out = state.out;
        long[] mask = maskLow;
        for (int lane = 0, at = 0; lane < count; lane++, at += Aes.BLOCK) {
            long changed = modulo.plusAny(half[lane], Bytes.getLong(out, at));
            half[lane] = changed;
            Bytes.putLong(in, at + Long.BYTES, mask[lane] ^ next ^ changed);
        }
    }

    /** The same where a round takes twelve bytes of the cipher's output, or its number lies in the high word. */
    private void wide(Ff1Longs core, int i, long[] half) {
        Modulus modulo = core.modulo(i);
        for (int lane = 0, at = 0; lane < count; lane++, at += Aes.BLOCK) {
            long changed = modulo.plus(half[lane], core.f(state.out, at, modulo));
            half[lane] = changed;
            core.putBlock(state.in, at, maskHigh[lane], maskLow[lane], i + 1, changed);
        }
    }
}
