package io.maskwire.token;

import org.jspecify.annotations.Nullable;

/** Values that go through the rounds of FF1 side by side, because AES has to wait for nothing between them. */
final class Ff1Lanes {

    private final Ff1State state;
    private @Nullable Ff1Longs core;
    private final Ff1Input[] inputs = new Ff1Input[Ff1State.LANES];
    private final long[] maskHigh = new long[Ff1State.LANES];
    private final long[] maskLow = new long[Ff1State.LANES];
    private final long[] left = new long[Ff1State.LANES];
    private final long[] right = new long[Ff1State.LANES];
    private int count;

    Ff1Lanes(Ff1State state) {
        this.state = state;
    }

    /** Adds a value the state has begun with; a full row, and a value of another length, starts the ones before. */
    void add(Ff1Longs its, Ff1Input input) {
        if (its != core) {
            run();
            core = its;
        }
        inputs[count] = input;
        maskHigh[count] = state.maskHigh;
        maskLow[count] = state.maskLow;
        left[count] = its.left(input);
        right[count] = its.right(input);
        if (++count == Ff1State.LANES) {
            run();
        }
    }

    /** Encrypts what is in the lanes. */
    void run() {
        if (core == null || count == 0) {
            return;
        }
        Ff1Longs all = core;
        for (int i = 0; i < Ff1Core.ROUNDS; i += 2) {
            round(all, i, right, left);
            round(all, i + 1, left, right);
        }
        for (int lane = 0; lane < count; lane++) {
            all.write(inputs[lane], left[lane], right[lane]);
        }
        count = 0;
    }

    private void round(Ff1Longs all, int i, long[] from, long[] to) {
        int lanes = count;
        for (int lane = 0; lane < lanes; lane++) {
            all.putBlock(state.in, lane * Aes.BLOCK, maskHigh[lane], maskLow[lane], i, from[lane]);
        }
        state.aes.encrypt(state.in, lanes * Aes.BLOCK, state.out);
        Modulus modulo = all.modulo(i);
        for (int lane = 0; lane < lanes; lane++) {
            to[lane] = modulo.plus(to[lane], all.f(state.out, lane * Aes.BLOCK, modulo));
        }
    }
}
