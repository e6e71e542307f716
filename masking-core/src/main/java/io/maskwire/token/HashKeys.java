package io.maskwire.token;

import io.maskwire.key.KeyRing;
import io.maskwire.key.Purpose;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The two subkeys for hashes of one ring key in one domain, ready for use by many threads.
 *
 * <p>The tag is the first bytes of AES-256 of one block. The block is the output of a keyed hash, so under a key of its
 * own this is a pseudo-random function of it.
 */
final class HashKeys {

    private final String kid;
    private final byte[] start;
    private final HmacSha256 hmac;
    private final Slots<State> states;

    HashKeys(KeyRing ring, String kid, String tenant, String domain, String normalizer) {
        this.kid = kid;
        this.start = HashText.start(kid);
        byte[] hashKey = ring.subkey(kid, Purpose.HASH, tenant, domain, normalizer);
        byte[] tagKey = ring.subkey(kid, Purpose.TAG, tenant, domain, normalizer);
        try {
            this.hmac = new HmacSha256(hashKey);
            SecretKeySpec aesKey = Aes.key(tagKey, 0, tagKey.length);
            this.states = new Slots<>(() -> new State(new Aes(aesKey)));
        } finally {
            Arrays.fill(hashKey, (byte) 0);
            Arrays.fill(tagKey, (byte) 0);
        }
    }

    /** The text form of a value's hash. */
    String hash(String value) {
        byte[] unusual = State.isUsual(value) ? null : Utf8.of(value);
        State state = states.take();
        state.takeIn(value, unusual);
        hmac.of(state.value, state.length, state.body);
        Bytes.putInt(state.body, HashText.DIGEST_BYTES, state.tag());
        String text = Base64Url.text(start, state.body, HashText.BODY_BYTES);
        state.wipe();
        states.give(state);
        return text;
    }

    /** Whether this key made the text: only then does it count as masked. */
    boolean made(HashText text) {
        State state = states.take();
        System.arraycopy(text.body(), 0, state.body, 0, HashText.DIGEST_BYTES);
        int tag = state.tag();
        states.give(state);
        return text.tag() == tag;
    }

    @Override
    public String toString() {
        return "HashKeys[" + kid + "]";
    }

    /** The cipher of the tag, with buffers. */
    private static final class State extends Slots.State {

        private static final int USUAL_LENGTH = 256;

        private final Aes aes;
        private final byte[] usual = new byte[USUAL_LENGTH];
        private final byte[] body = new byte[HmacSha256.BYTES];
        private final byte[] out = new byte[Aes.BLOCK];
        private byte[] value = usual;
        private int length;

        private State(Aes aes) {
            this.aes = aes;
        }

        /** Short and ASCII. */
        private static boolean isUsual(String text) {
            return text.length() <= USUAL_LENGTH && Utf8.isAscii(text);
        }

        private void takeIn(String text, byte @Nullable [] unusual) {
            value = unusual == null ? usual : unusual;
            length = unusual == null ? Utf8.putAscii(text, usual) : unusual.length;
        }

        private int tag() {
            aes.encrypt(body, Aes.BLOCK, out);
            return Bytes.getInt(out, 0);
        }

        private void wipe() {
            Arrays.fill(value, 0, length, (byte) 0);
            value = usual;
        }
    }
}
