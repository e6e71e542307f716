package io.maskwire.token;

/** Values that go through the rounds of FF1 side by side, because AES has to wait for nothing between them. */
final class Ff1Lanes {

    private final Ff1State state;
    private final Ff1Longs[] cores = new Ff1Longs[Ff1State.LANES];
    private final Ff1Input[] inputs = new Ff1Input[Ff1State.LANES];
    private final long[] maskHigh = new long[Ff1State.LANES];
    private final long[] maskLow = new long[Ff1State.LANES];
    private final long[] left = new long[Ff1State.LANES];
    private final long[] right = new long[Ff1State.LANES];
    private int count;

    Ff1Lanes(Ff1State state) {
        this.state = state;
    }

    /** Adds a value the state has begun with; the last free lane starts them all. */
    void add(Ff1Longs core, Ff1Input input) {
        cores[count] = core;
        inputs[count] = input;
        maskHigh[count] = state.maskHigh;
        maskLow[count] = state.maskLow;
        left[count] = core.left(input);
        right[count] = core.right(input);
        if (++count == Ff1State.LANES) {
            run();
        }
    }

    /** Encrypts what is in the lanes. */
    void run() {
        for (int i = 0; i < Ff1Core.ROUNDS && count > 0; i += 2) {
            round(i, right);
            change(i, left);
            round(i + 1, left);
            change(i + 1, right);
        }
        for (int lane = 0; lane < count; lane++) {
            cores[lane].write(inputs[lane], left[lane], right[lane]);
        }
        count = 0;
    }

    private void round(int i, long[] from) {
        for (int lane = 0; lane < count; lane++) {
            cores[lane].putBlock(state.in, lane * Aes.BLOCK, maskHigh[lane], maskLow[lane], i, from[lane]);
        }
        state.aes.encrypt(state.in, count * Aes.BLOCK, state.out);
    }

    private void change(int i, long[] half) {
        for (int lane = 0; lane < count; lane++) {
            Modulus modulo = cores[lane].modulo(i);
            half[lane] = modulo.plus(half[lane], cores[lane].f(state.out, lane * Aes.BLOCK, modulo));
        }
    }
}
