package io.maskwire.key;

import java.util.Locale;

/** What a subkey is for. A subkey of one purpose is never used for another. */
public enum Purpose {
    /** HMAC-SHA-256 of a hash. */
    HASH(32),
    /** AES-SIV with two AES-256 keys, of a token. */
    SIV(64),
    /** AES-256 of the format-preserving encryption FF1. */
    FF1(32),
    /** HMAC-SHA-256 of the number of days by which dates of a subject are moved. */
    SHIFT(32),
    /** AES-256 of the tag by which a hash is recognised. */
    TAG(32),
    /** HMAC-SHA-256 of the fingerprints in audit records. */
    AUDIT(32),
    /** The check value of a ring key; used by nothing else. */
    KCV(8);

    private final int bytes;

    Purpose(int bytes) {
        this.bytes = bytes;
    }

    /** The length of the subkey in bytes. */
    public int bytes() {
        return bytes;
    }

    /** The name in key derivation and in exported subkeys, such as {@code siv}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
