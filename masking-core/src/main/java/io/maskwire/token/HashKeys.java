package io.maskwire.token;

import io.maskwire.key.KeyRing;
import io.maskwire.key.Purpose;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;

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
            this.states = new Slots<>(() -> new State(new Aes(aesKey), start));
        } finally {
            Arrays.fill(hashKey, (byte) 0);
            Arrays.fill(tagKey, (byte) 0);
        }
    }

    /** The text form of a value's hash. */
    String hash(String value) {
        byte[] bytes = Utf8.of(value);
        State state = states.take();
        hmac.of(bytes, bytes.length, state.body);
        state.putTag();
        String text = state.text(start.length);
        states.give(state);
        Arrays.fill(bytes, (byte) 0);
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

        private final Aes aes;
        private final byte[] body = new byte[HmacSha256.BYTES];
        private final byte[] out = new byte[Aes.BLOCK];

        private final byte[] text;

        private State(Aes aes, byte[] start) {
            this.aes = aes;
            this.text = Arrays.copyOf(start, start.length + Base64Url.length(HashText.BODY_BYTES));
        }

        private String text(int start) {
            Base64Url.put(body, HashText.BODY_BYTES, text, start);
            return Latin1.text(text, 0, text.length);
        }

        /** Together with what is before it, for a processor waits where a wide load meets a narrow store. */
        private void putTag() {
            long before = Bytes.getInt(body, HashText.DIGEST_BYTES - Integer.BYTES);
            Bytes.putLong(body, HashText.DIGEST_BYTES - Integer.BYTES, before << 32 | tag() & 0xffffffffL);
        }

        private int tag() {
            aes.encrypt(body, Aes.BLOCK, out);
            return Bytes.getInt(out, 0);
        }
    }
}
