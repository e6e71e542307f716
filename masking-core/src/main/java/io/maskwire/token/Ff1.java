package io.maskwire.token;

import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * FF1, format-preserving encryption of NIST SP 800-38G, under one key and radix. For many threads.
 *
 * <p>A permutation of the texts of one length for each tweak: nothing is authenticated, so any text decrypts to some
 * text. Where a length has few texts they can all be tried; whoever calls it sees to that.
 */
final class Ff1 {

    private static final int LARGEST_RADIX = 1 << 16;
    private static final int CACHED_LENGTHS = 256;

    private final SecretKeySpec key;
    private final int radix;
    private final Slots<Ff1State> states;
    private final AtomicReferenceArray<@Nullable Ff1Core> cores = new AtomicReferenceArray<>(CACHED_LENGTHS);

    /** Prepares a key of 16, 24 or 32 bytes for a radix from 2 to 65536. */
    Ff1(byte[] key, int radix) {
        if (radix < 2 || radix > LARGEST_RADIX) {
            throw new IllegalArgumentException("FF1 takes a radix from 2 to " + LARGEST_RADIX + ", not " + radix);
        }
        this.key = Aes.key(key, 0, key.length);
        this.radix = radix;
        this.states = new Slots<>(() -> new Ff1State(new Aes(this.key)));
    }

    /** Encrypts in place. */
    void encrypt(Ff1Input input) {
        Ff1Core core = core(input.length);
        Ff1State state = states.take();
        state.begin(core.shape(), input);
        core.encrypt(state, input);
        states.give(state);
    }

    /** Decrypts in place. */
    void decrypt(Ff1Input input) {
        Ff1Core core = core(input.length);
        Ff1State state = states.take();
        state.begin(core.shape(), input);
        core.decrypt(state, input);
        states.give(state);
    }

    /** Encrypts the first of an array in place, with one call of AES a round for neighbours of one length. */
    void encrypt(Ff1Input[] inputs, int count) {
        Ff1State state = states.take();
        for (int i = 0; i < count; ) {
            Ff1Core core = core(inputs[i].length);
            if (core instanceof Ff1Longs longs) {
                i = state.lanes.encrypt(longs, inputs, i, count);
            } else {
                state.begin(core.shape(), inputs[i]);
                core.encrypt(state, inputs[i++]);
            }
        }
        states.give(state);
    }

    /** Lanes for one thread at a time that fills them itself, with {@link #longs} of one length. */
    Ff1Lanes newLanes() {
        return new Ff1State(new Aes(key)).lanes;
    }

    /** What encrypts texts of a length whose halves fit a long. */
    Ff1Longs longs(int length) {
        return (Ff1Longs) core(length);
    }

    private Ff1Core core(int length) {
        Ff1Core known = length < CACHED_LENGTHS ? cores.get(length) : null;
        if (known != null) {
            return known;
        }
        Ff1Core core = Ff1Core.of(new Ff1Shape(radix, length));
        if (length < CACHED_LENGTHS) {
            cores.set(length, core);
        }
        return core;
    }

    @Override
    public String toString() {
        return "Ff1[radix=" + radix + "]";
    }
}
