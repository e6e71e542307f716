package io.maskwire.token;

/** Sixteen bytes as two big-endian numbers; for what is computed once for a key. */
record Block(long high, long low) {

    static final Block ZERO = new Block(0, 0);
    // x^128 = x^7 + x^2 + x + 1
    private static final long REDUCTION = 0x87;

    static Block of(byte[] bytes, int at) {
        return new Block(Bytes.getLong(bytes, at), Bytes.getLong(bytes, at + 8));
    }

    Block xor(Block other) {
        return new Block(high ^ other.high, low ^ other.low);
    }

    /** Multiplied by x in GF(2^128), as RFC 4493 and RFC 5297 double. */
    Block doubled() {
        return new Block(high << 1 | low >>> 63, low << 1 ^ (high >> 63 & REDUCTION));
    }

    /** A block can be key material, so it does not print. */
    @Override
    public String toString() {
        return "Block";
    }
}
