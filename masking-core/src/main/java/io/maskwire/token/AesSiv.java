package io.maskwire.token;

import io.maskwire.token.Cmac.Chain;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-SIV, RFC 5297: deterministic authenticated encryption under one key and one list of associated data, which is
 * worked in once. For many threads.
 *
 * <p>The same plaintext always gives the same text; a text that was changed, or made under another key or with other
 * associated data, is refused.
 */
final class AesSiv {

    static final int TAG = Aes.BLOCK;
    /** With the plaintext 127 strings; more would make the doubling repeat itself. */
    private static final int MOST_ASSOCIATED_DATA = 126;

    private final SecretKeySpec macKey;
    private final SecretKeySpec streamKey;
    private final Slots<State> states = new Slots<>(this::newState);
    private final Cmac cmac;
    private final Block associated;
    // What the last block of a plaintext of n times 16 bytes, or the only one of a shorter plaintext, is masked with.
    private final Block lastMask;
    private final Block shortMask;

    /**
     * Prepares a key.
     *
     * @param key 64 bytes for AES-256 (32 and 48 for AES-128 and AES-192); the first half authenticates, the second
     *     encrypts
     * @param associatedData what a text is bound to; no string is not the same as one empty string
     */
    AesSiv(byte[] key, byte[]... associatedData) {
        if (associatedData.length > MOST_ASSOCIATED_DATA) {
            throw new IllegalArgumentException("AES-SIV takes at most " + MOST_ASSOCIATED_DATA
                    + " strings of associated data, not " + associatedData.length);
        }
        int half = key.length / 2;
        this.macKey = Aes.key(key, 0, half);
        this.streamKey = Aes.key(key, half, half);
        this.cmac = new Cmac(macKey);
        this.associated = associated(associatedData);
        this.lastMask = associated.xor(cmac.whole);
        this.shortMask = associated.doubled().xor(cmac.whole);
    }

    private Block associated(byte[][] associatedData) {
        Chain chain = new Chain(new Aes(macKey));
        Block sum = cmac.of(new byte[Aes.BLOCK], chain);
        for (byte[] data : associatedData) {
            sum = sum.doubled().xor(cmac.of(data, chain));
        }
        return sum;
    }

    /** Returns the synthetic initialisation vector, which is the tag too, and the encrypted text behind it. */
    byte[] encrypt(byte[] plaintext) {
        byte[] text = new byte[TAG + plaintext.length];
        State state = states.take();
        synthesize(state.mac, plaintext);
        Bytes.putLong(text, 0, state.mac.high());
        Bytes.putLong(text, 8, state.mac.low());
        state.stream.xor(text, plaintext, 0, text, TAG, plaintext.length);
        states.give(state);
        return text;
    }

    /** Returns the plaintext, or null if this key did not make the text with this associated data. */
    byte @Nullable [] decrypt(byte[] text) {
        if (text.length < TAG) {
            return null;
        }
        byte[] plaintext = new byte[text.length - TAG];
        State state = states.take();
        state.stream.xor(text, text, TAG, plaintext, 0, plaintext.length);
        synthesize(state.mac, plaintext);
        long difference = state.mac.high() ^ Bytes.getLong(text, 0) | state.mac.low() ^ Bytes.getLong(text, 8);
        states.give(state);
        if (difference != 0) {
            Arrays.fill(plaintext, (byte) 0);
            return null;
        }
        return plaintext;
    }

    /** The last step of S2V; the vector is then the value of the chain. */
    private void synthesize(Chain chain, byte[] plaintext) {
        chain.begin();
        if (plaintext.length < Aes.BLOCK) {
            chain.absorb(Cmac.padded(plaintext, 0).xor(shortMask));
            return;
        }
        int rest = plaintext.length % Aes.BLOCK;
        int last = plaintext.length - rest - Aes.BLOCK;
        chain.absorb(plaintext, 0, last);
        if (rest == 0) {
            chain.absorb(
                    Bytes.getLong(plaintext, last) ^ lastMask.high(),
                    Bytes.getLong(plaintext, last + 8) ^ lastMask.low());
        } else {
            absorbUneven(chain, plaintext, last, rest);
        }
    }

    /** The associated data goes into the last 16 bytes, which here lie across the last two blocks. */
    private void absorbUneven(Chain chain, byte[] plaintext, int from, int rest) {
        byte[] end = Arrays.copyOfRange(plaintext, from, plaintext.length);
        Block masked = Block.of(end, rest).xor(associated);
        Bytes.putLong(end, rest, masked.high());
        Bytes.putLong(end, rest + 8, masked.low());
        chain.absorb(end, 0, Aes.BLOCK);
        chain.absorb(Cmac.padded(end, Aes.BLOCK).xor(cmac.padded));
        Arrays.fill(end, (byte) 0);
    }

    private State newState() {
        return new State(new Chain(new Aes(macKey)), new KeyStream(streamKey));
    }

    private static final class State extends Slots.State {

        private final Chain mac;
        private final KeyStream stream;

        private State(Chain mac, KeyStream stream) {
            this.mac = mac;
            this.stream = stream;
        }
    }
}
