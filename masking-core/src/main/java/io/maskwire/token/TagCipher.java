package io.maskwire.token;

import javax.crypto.spec.SecretKeySpec;

/**
 * The first bytes of AES-256 of one block. The block is the output of a keyed hash, so under a key of its own this is a
 * pseudo-random function of it. For many threads.
 */
final class TagCipher {

    private final Slots<State> states;

    TagCipher(byte[] key) {
        SecretKeySpec aesKey = Aes.key(key, 0, key.length);
        this.states = new Slots<>(() -> new State(new Aes(aesKey)));
    }

    /** The tag of the first 16 bytes, as a number. */
    int of(byte[] bytes) {
        State state = states.take();
        System.arraycopy(bytes, 0, state.in, 0, Aes.BLOCK);
        state.aes.encrypt(state.in, Aes.BLOCK, state.out);
        int tag = Bytes.getInt(state.out, 0);
        states.give(state);
        return tag;
    }

    private static final class State extends Slots.State {

        private final Aes aes;
        private final byte[] in = new byte[Aes.BLOCK];
        private final byte[] out = new byte[Aes.BLOCK];

        private State(Aes aes) {
            this.aes = aes;
        }
    }
}
