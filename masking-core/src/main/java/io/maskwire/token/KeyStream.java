package io.maskwire.token;

import javax.crypto.spec.SecretKeySpec;

/** The counter mode of AES-SIV (RFC 5297, section 2.5). For one thread at a time. */
final class KeyStream {

    // Bits 63 and 31 of a vector are not counted from, so the low half never carries into the high one.
    private static final long COUNTED = 0x7fffffff_7fffffffL;
    // Blocks that don't wait for each other take far less time in one call.
    private static final int CHUNK = 16 * Aes.BLOCK;

    private final Aes aes;
    private final byte[] counters = new byte[CHUNK];
    private final byte[] stream = new byte[CHUNK];

    KeyStream(SecretKeySpec key) {
        this.aes = new Aes(key);
    }

    /** Adds the stream of the vector at the start of an array to a part of a text. */
    void xor(byte[] vector, byte[] in, int inAt, byte[] out, int outAt, int length) {
        long high = Bytes.getLong(vector, 0);
        long low = Bytes.getLong(vector, 8) & COUNTED;
        for (int done = 0; done < length; done += CHUNK, low += CHUNK / Aes.BLOCK) {
            int part = Math.min(CHUNK, length - done);
            fill(high, low, part);
            add(in, inAt + done, out, outAt + done, part);
        }
    }

    private void fill(long high, long low, int length) {
        int blocks = (length + Aes.BLOCK - 1) / Aes.BLOCK;
        for (int i = 0; i < blocks; i++) {
            Bytes.putLong(counters, i * Aes.BLOCK, high);
            Bytes.putLong(counters, i * Aes.BLOCK + 8, low + i);
        }
        aes.encrypt(counters, blocks * Aes.BLOCK, stream);
    }

    private void add(byte[] in, int inAt, byte[] out, int outAt, int length) {
        int i = 0;
        for (; i + 8 <= length; i += 8) {
            Bytes.putLong(out, outAt + i, Bytes.getLong(in, inAt + i) ^ Bytes.getLong(stream, i));
        }
        for (; i < length; i++) {
            out[outAt + i] = (byte) (in[inAt + i] ^ stream[i]);
        }
    }
}
