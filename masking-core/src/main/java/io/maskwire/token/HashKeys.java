package io.maskwire.token;

import io.maskwire.key.KeyRing;
import io.maskwire.key.Purpose;
import java.util.Arrays;

/** The two subkeys for hashes of one ring key in one domain, ready for use by many threads. */
final class HashKeys {

    private final String kid;
    private final byte[] start;
    private final HmacSha256 hmac;
    private final TagCipher tagCipher;

    HashKeys(KeyRing ring, String kid, String tenant, String domain, String normalizer) {
        this.kid = kid;
        this.start = HashText.start(kid);
        byte[] hashKey = ring.subkey(kid, Purpose.HASH, tenant, domain, normalizer);
        byte[] tagKey = ring.subkey(kid, Purpose.TAG, tenant, domain, normalizer);
        try {
            this.hmac = new HmacSha256(hashKey);
            this.tagCipher = new TagCipher(tagKey);
        } finally {
            Arrays.fill(hashKey, (byte) 0);
            Arrays.fill(tagKey, (byte) 0);
        }
    }

    String hash(byte[] value) {
        byte[] body = Arrays.copyOf(hmac.of(value), HashText.BODY_BYTES);
        Bytes.putInt(body, HashText.DIGEST_BYTES, tagCipher.of(body));
        return Base64Url.text(start, body);
    }

    /** Whether this key made the text: only then does it count as masked. */
    boolean made(HashText text) {
        return text.tag() == tagCipher.of(text.body());
    }

    @Override
    public String toString() {
        return "HashKeys[" + kid + "]";
    }
}
