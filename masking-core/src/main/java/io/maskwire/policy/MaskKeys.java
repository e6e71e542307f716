package io.maskwire.policy;

import java.util.List;

/**
 * The keyed functions a mask may use, bound to one tenant and one snapshot of the key ring.
 *
 * <p>No key can be read through it. Safe for use by many threads.
 */
public interface MaskKeys {

    /**
     * The keyed hash of a value in a domain, as {@code mh1.<kid>.<text>}.
     *
     * <p>A text that this ring made itself in the same domain is returned as it is, so a relay does not hash twice; a
     * text that only looks like one is hashed.
     *
     * @param domain hashes are comparable inside one domain and nowhere else
     * @param normalizer how equal values are brought to one form; a part of the domain
     * @throws IllegalArgumentException if the value is no well-formed Unicode or not of the normaliser's kind
     * @throws IllegalStateException if no key is configured
     */
    String hash(String domain, Normalizer normalizer, String original);

    /**
     * The token of a value in a domain, as {@code mw1.<kid>.<text>}.
     *
     * <p>A token that this ring made itself in the same domain is returned as it is; a text that only looks like one is
     * tokenized.
     *
     * @param domain tokens are comparable inside one domain and nowhere else
     * @throws IllegalArgumentException if the value is no well-formed Unicode
     * @throws IllegalStateException if no key is configured
     */
    String tokenize(String domain, String original);

    /**
     * Another value of the same format, under the primary key.
     *
     * @param domain masked values are comparable inside one domain and nowhere else
     * @throws UnmaskableException if the value is not of the format, or too short or too long for it
     * @throws IllegalStateException if no key is configured
     */
    String preserveFormat(String domain, PreservedFormat format, String original);

    /**
     * The number of days by which dates of a subject are moved, under the primary key.
     *
     * @param domain subjects are moved alike inside one domain and nowhere else
     * @param most the largest number in either direction; another one gives unrelated numbers
     * @return from {@code -most} to {@code most}, never 0
     * @throws IllegalStateException if no key is configured
     */
    int shift(String domain, int most, Subject subject);

    /**
     * Whether this ring made a text as a token in a domain, with any of its keys.
     *
     * @throws IllegalStateException if no key is configured
     */
    boolean madeToken(String domain, String text);

    /**
     * Whether this ring made a text as a hash in a domain, with any of its keys. By chance one forged text in four
     * thousand million passes.
     *
     * @throws IllegalStateException if no key is configured
     */
    boolean madeHash(String domain, Normalizer normalizer, String text);

    /** The same functions as each key of the ring computes them, the primary one first: what older values look like. */
    List<MaskKeys> ofEachKey();
}
