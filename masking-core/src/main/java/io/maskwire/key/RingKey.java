package io.maskwire.key;

/** One key of a ring: the secret itself, or only the subkeys that were exported from it. */
sealed interface RingKey permits RootKey, SubkeySet {

    /** The length of a check value in bytes. */
    int CHECK_BYTES = 8;

    /**
     * A subkey; the caller wipes it.
     *
     * @throws KeyException if this key can't give it
     */
    byte[] subkey(SubkeyId id);

    /** Eight bytes by which two holders see whether they have the same key; they tell nothing about it. */
    byte[] checkValue();

    /** True if both hold the same secret, and the same part of it. */
    boolean sameAs(RingKey other);

    /** True if both can be the same key, of which each holds the whole or its part. */
    default boolean agreesWith(RingKey other) {
        return sameAs(other);
    }
}
