package io.maskwire.token;

import org.jspecify.annotations.Nullable;

/** A cipher of FF1 with its buffers. */
final class Ff1State extends Slots.State {

    /** Values that go through the cipher together. */
    static final int LANES = 16;

    final Aes aes;
    final Cmac.Chain chain;
    final byte[] in = new byte[LANES * Aes.BLOCK];
    final byte[] out = new byte[LANES * Aes.BLOCK];
    /** What all rounds add to their first block: all of P and Q that does not change. */
    long maskHigh;

    long maskLow;
    private @Nullable Ff1Shape masked;
    private int tweakLength;
    private long tweakHigh;
    private long tweakLow;
    final Ff1Lanes lanes = new Ff1Lanes(this);
    final Ff1LimbBuffers limbs = new Ff1LimbBuffers();

    Ff1State(Aes aes) {
        this.aes = aes;
        this.chain = new Cmac.Chain(aes);
    }

    /** Works P and the tweak into the mask, which is still there if it was the same short tweak before. */
    void begin(Ff1Shape shape, Ff1Input input) {
        int length = input.tweakLength();
        byte[] tweak = input.tweak;
        long high = Bytes.getLong(tweak, 0);
        long low = Bytes.getLong(tweak, 8);
        boolean isKnown =
                length <= Aes.BLOCK && length == tweakLength && shape == masked && high == tweakHigh && low == tweakLow;
        if (!isKnown) {
            masked = shape;
            tweakLength = length;
            tweakHigh = high;
            tweakLow = low;
            mask(shape, length, tweak);
        }
    }

    private void mask(Ff1Shape shape, int length, byte[] tweak) {
        Block start = shape.start(length, chain);
        maskHigh = start.high();
        maskLow = start.low();
        int end = shape.roundBlock(length);
        for (int at = 0; at < end; at += Aes.BLOCK) {
            chain.begin();
            chain.absorb(maskHigh ^ Bytes.getLong(tweak, at), maskLow ^ Bytes.getLong(tweak, at + 8));
            maskHigh = chain.high();
            maskLow = chain.low();
        }
        maskHigh ^= Bytes.getLong(tweak, end);
        maskLow ^= Bytes.getLong(tweak, end + 8);
    }
}
