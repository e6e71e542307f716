package io.maskwire.token;

import io.maskwire.key.KeyRing;
import io.maskwire.key.Purpose;
import io.maskwire.policy.Subject;
import java.util.Arrays;

/** The subkey for moved dates of one ring key in one domain, ready for use by many threads. */
final class ShiftKey {

    private final String kid;
    private final int most;
    private final HmacSha256 hmac;

    ShiftKey(KeyRing ring, String kid, String tenant, String domain, int most) {
        this.kid = kid;
        this.most = most;
        byte[] key = ring.subkey(kid, Purpose.SHIFT, tenant, domain, Integer.toString(most));
        try {
            this.hmac = new HmacSha256(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** From {@code -most} to {@code most} without 0; of 2^64 numbers the remainder favours none that could be noticed. */
    int of(Subject subject) {
        byte[] code = hmac.of(Utf8.of(subject.id()));
        int place = (int) Long.remainderUnsigned(Bytes.getLong(code, 0), 2L * most);
        return place < most ? place - most : place - most + 1;
    }

    @Override
    public String toString() {
        return "ShiftKey[" + kid + "]";
    }
}
