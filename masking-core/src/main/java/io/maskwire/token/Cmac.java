package io.maskwire.token;

import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-CMAC, RFC 4493, in pieces: whoever knows where the last block begins absorbs it with the right one of the two
 * masks. Immutable; the chaining state is in a {@link Chain}.
 */
final class Cmac {

    /** Masks the last block if it is a whole one. */
    final Block whole;
    /** Masks the last block if it had to be padded. */
    final Block padded;

    Cmac(SecretKeySpec key) {
        Chain chain = new Chain(new Aes(key));
        chain.absorb(0, 0);
        this.whole = chain.value().doubled();
        this.padded = whole.doubled();
    }

    /** The code of a whole message, for set-up. */
    Block of(byte[] message, Chain chain) {
        chain.begin();
        int last = message.length == 0 ? 0 : (message.length - 1) / Aes.BLOCK * Aes.BLOCK;
        chain.absorb(message, 0, last);
        Block end = padded(message, last);
        chain.absorb(end.xor(message.length - last == Aes.BLOCK ? whole : padded));
        return chain.value();
    }

    /** The bytes from a place to the end of a text as one block, with 80 00… behind them if they are too few. */
    static Block padded(byte[] text, int from) {
        byte[] block = new byte[Aes.BLOCK];
        int length = text.length - from;
        System.arraycopy(text, from, block, 0, length);
        if (length < Aes.BLOCK) {
            block[length] = (byte) 0x80;
        }
        Block padded = Block.of(block, 0);
        Arrays.fill(block, (byte) 0);
        return padded;
    }

    /** A CBC-MAC under way. For one thread at a time. */
    static final class Chain {

        private final Aes aes;
        private final byte[] in = new byte[Aes.BLOCK];
        private final byte[] out = new byte[Aes.BLOCK];

        Chain(Aes aes) {
            this.aes = aes;
        }

        void begin() {
            Arrays.fill(out, (byte) 0);
        }

        void absorb(long high, long low) {
            Bytes.putLong(in, 0, high ^ high());
            Bytes.putLong(in, 8, low ^ low());
            aes.encrypt(in, Aes.BLOCK, out);
        }

        void absorb(Block block) {
            absorb(block.high(), block.low());
        }

        /** Absorbs whole blocks of a text. */
        void absorb(byte[] text, int from, int to) {
            for (int at = from; at < to; at += Aes.BLOCK) {
                absorb(Bytes.getLong(text, at), Bytes.getLong(text, at + 8));
            }
        }

        long high() {
            return Bytes.getLong(out, 0);
        }

        long low() {
            return Bytes.getLong(out, 8);
        }

        Block value() {
            return new Block(high(), low());
        }
    }
}
