package io.maskwire.token;

import java.util.Arrays;

/** FF1 for halves of any length, as numbers of 32-bit limbs. */
final class Ff1Limbs implements Ff1Core {

    private final Ff1Shape shape;
    // One limb more than a half needs: as long as the round function's number.
    private final int size;
    private final LimbModulus moduloU;
    private final LimbModulus moduloV;
    private final int group;
    private final int groupPower;
    private final int qLength;
    private final int outputLength;

    Ff1Limbs(Ff1Shape shape) {
        this.shape = shape;
        this.size = shape.d / 4;
        this.moduloU = new LimbModulus(shape.powerU, size);
        this.moduloV = new LimbModulus(shape.powerV, size);
        this.group = groupSize(shape.radix);
        this.groupPower = power(shape.radix, group);
        this.qLength = wholeBlocks(shape.b + 1);
        this.outputLength = wholeBlocks(shape.d);
    }

    private static int wholeBlocks(int bytes) {
        return (bytes + Aes.BLOCK - 1) / Aes.BLOCK * Aes.BLOCK;
    }

    /** How many numerals make a positive int together. */
    private static int groupSize(int radix) {
        int size = 0;
        for (long power = radix; power <= Integer.MAX_VALUE; power *= radix) {
            size++;
        }
        return size;
    }

    private static int power(int radix, int exponent) {
        int power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= radix;
        }
        return power;
    }

    @Override
    public Ff1Shape shape() {
        return shape;
    }

    @Override
    public void encrypt(Ff1State state, Ff1Input input) {
        Ff1LimbBuffers limbs = read(state, input);
        for (int i = 0; i < ROUNDS; i += 2) {
            moduloU.plus(limbs.left, round(state, i, limbs.right));
            moduloV.plus(limbs.right, round(state, i + 1, limbs.left));
        }
        write(limbs, input);
    }

    @Override
    public void decrypt(Ff1State state, Ff1Input input) {
        Ff1LimbBuffers limbs = read(state, input);
        for (int i = ROUNDS - 1; i > 0; i -= 2) {
            moduloV.minus(limbs.right, round(state, i, limbs.left));
            moduloU.minus(limbs.left, round(state, i - 1, limbs.right));
        }
        write(limbs, input);
    }

    /** The round function's number. */
    private int[] round(Ff1State state, int i, int[] half) {
        Ff1LimbBuffers limbs = state.limbs;
        byte[] q = limbs.q;
        q[qLength - shape.b - 1] = (byte) i;
        for (int j = 0; j < shape.b; j++) {
            q[qLength - 1 - j] = (byte) (half[j >> 2] >>> 8 * (j & 3));
        }
        Cmac.Chain chain = state.chain;
        chain.begin();
        chain.absorb(state.maskHigh ^ Bytes.getLong(q, 0), state.maskLow ^ Bytes.getLong(q, 8));
        chain.absorb(q, Aes.BLOCK, qLength);
        expand(state, chain.high(), chain.low());
        for (int j = 0; j < size; j++) {
            limbs.f[size - 1 - j] = Bytes.getInt(limbs.output, 4 * j);
        }
        limbs.f[size] = 0;
        return limbs.f;
    }

    /** The chain's value and, behind it, the encryption of the value with 1, 2 … added to it. */
    private void expand(Ff1State state, long high, long low) {
        byte[] counted = state.limbs.counted;
        byte[] output = state.limbs.output;
        for (int block = 1; block < outputLength / Aes.BLOCK; block++) {
            Bytes.putLong(counted, block * Aes.BLOCK, high);
            Bytes.putLong(counted, block * Aes.BLOCK + 8, low ^ block);
        }
        if (outputLength > Aes.BLOCK) {
            state.aes.encrypt(counted, Aes.BLOCK, outputLength - Aes.BLOCK, output, Aes.BLOCK);
        }
        Bytes.putLong(output, 0, high);
        Bytes.putLong(output, 8, low);
    }

    private Ff1LimbBuffers read(Ff1State state, Ff1Input input) {
        Ff1LimbBuffers limbs = state.limbs;
        limbs.prepare(size, qLength, outputLength);
        Arrays.fill(limbs.q, 0, qLength, (byte) 0);
        read(limbs.left, input.numerals, input.from, shape.u);
        read(limbs.right, input.numerals, input.from + shape.u, shape.v);
        return limbs;
    }

    private void read(int[] number, int[] numerals, int from, int count) {
        Arrays.fill(number, 0, size, 0);
        int end = from + count % group;
        Limbs.multiplyAdd(number, size, 1, groupOf(numerals, from, end));
        for (int at = end; at < from + count; at += group) {
            Limbs.multiplyAdd(number, size, groupPower, groupOf(numerals, at, at + group));
        }
    }

    private int groupOf(int[] numerals, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * shape.radix + numerals[i];
        }
        return value;
    }

    private void write(Ff1LimbBuffers limbs, Ff1Input input) {
        write(limbs.left, input.numerals, input.from, shape.u);
        write(limbs.right, input.numerals, input.from + shape.u, shape.v);
    }

    private void write(int[] number, int[] numerals, int from, int count) {
        int at = from + count;
        while (at > from) {
            int value = Limbs.divide(number, size, groupPower);
            int begin = Math.max(from, at - group);
            while (at > begin) {
                numerals[--at] = value % shape.radix;
                value /= shape.radix;
            }
        }
    }
}
