package io.maskwire.token;

/**
 * FF1 where each half fits a long: it stays a number through all rounds, and each round is one AES block. That is so for
 * up to 36 decimal digits, for example.
 */
final class Ff1Longs implements Ff1Core {

    private final Ff1Shape shape;
    private final Modulus moduloU;
    private final Modulus moduloV;
    private final Numerals numerals;
    private final boolean isWide;
    private final int roundShift;

    Ff1Longs(Ff1Shape shape) {
        this.shape = shape;
        this.moduloU = new Modulus(shape.powerU);
        this.moduloV = new Modulus(shape.powerV);
        this.numerals = new Numerals(shape.radix);
        this.isWide = shape.d > 8;
        this.roundShift = 8 * shape.b;
    }

    @Override
    public Ff1Shape shape() {
        return shape;
    }

    @Override
    public void encrypt(Ff1State state, Ff1Input input) {
        long left = left(input);
        long right = right(input);
        for (int i = 0; i < ROUNDS; i += 2) {
            left = moduloU.plus(left, round(state, i, right, moduloU));
            right = moduloV.plus(right, round(state, i + 1, left, moduloV));
        }
        write(input, left, right);
    }

    @Override
    public void decrypt(Ff1State state, Ff1Input input) {
        long left = left(input);
        long right = right(input);
        for (int i = ROUNDS - 1; i > 0; i -= 2) {
            right = moduloV.minus(right, round(state, i, left, moduloV));
            left = moduloU.minus(left, round(state, i - 1, right, moduloU));
        }
        write(input, left, right);
    }

    private long round(Ff1State state, int i, long half, Modulus modulo) {
        putBlock(state.in, 0, state.maskHigh, state.maskLow, i, half);
        state.aes.encrypt(state.in, Aes.BLOCK, state.out);
        return f(state.out, 0, modulo);
    }

    /** The block of a round: the round number lies before the b bytes of the half, for eight of them in the high word. */
    void putBlock(byte[] in, int at, long maskHigh, long maskLow, int i, long half) {
        boolean isHigh = roundShift == Long.SIZE;
        Bytes.putLong(in, at, isHigh ? maskHigh ^ i : maskHigh);
        Bytes.putLong(in, at + 8, isHigh ? maskLow ^ half : maskLow ^ (long) i << roundShift ^ half);
    }

    /** Whether y is a long and the round number lies in the low word, as for up to 18 decimal digits. */
    boolean isNarrow() {
        return !isWide;
    }

    /** The round number where it lies in the low word of a narrow block. */
    long roundNumber(int i) {
        return (long) i << roundShift;
    }

    /** The first 8 or 12 bytes of an encrypted block as an unsigned number, reduced. */
    long f(byte[] out, int at, Modulus modulo) {
        return isWide
                ? modulo.of(Bytes.getInt(out, at) & 0xffffffffL, Bytes.getLong(out, at + 4))
                : modulo.of(Bytes.getLong(out, at));
    }

    /** What the half that a round changes is reduced by: even rounds change the left one. */
    Modulus modulo(int round) {
        return (round & 1) == 0 ? moduloU : moduloV;
    }

    long left(Ff1Input input) {
        return input.read(numerals, input.from, shape.u);
    }

    long right(Ff1Input input) {
        return input.read(numerals, input.from + shape.u, shape.v);
    }

    void write(Ff1Input input, long left, long right) {
        input.write(numerals, left, input.from, shape.u);
        input.write(numerals, right, input.from + shape.u, shape.v);
    }
}
