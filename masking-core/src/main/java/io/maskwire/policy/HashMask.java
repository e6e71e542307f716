package io.maskwire.policy;

import java.util.Objects;

/**
 * Replaces a value by its keyed hash: the same value under the same key, tenant and domain always gives the same text.
 *
 * <p><b>Gives:</b> one way; hashes of one domain can be joined and counted; 128 bits.
 *
 * <p><b>Doesn't give:</b> secrecy about repetition. Where only a few values exist (a postcode, a blood group), counting
 * hashes is enough to guess them; prefer {@link Masks#redact}.
 *
 * <p>Built on HMAC-SHA-256 (RFC 2104) under a subkey from HKDF (RFC 5869). A value that is no well-formed Unicode or
 * that the normaliser refuses becomes the marker. Needs a key ring.
 */
public final class HashMask implements KeyedMask {

    static final HashMask IN_CLASS_DOMAIN = new HashMask("", Normalizer.NONE);

    private final String domain;
    private final Normalizer normalizer;

    private HashMask(String domain, Normalizer normalizer) {
        this.domain = domain;
        this.normalizer = normalizer;
    }

    static HashMask inDomain(String domain) {
        return new HashMask(KeyedMask.named(domain), Normalizer.NONE);
    }

    /** The same hash over values brought to one form first. The normaliser is a part of the domain. */
    public HashMask normalize(Normalizer how) {
        return new HashMask(domain, Objects.requireNonNull(how, "how"));
    }

    @Override
    public HashMask inClass(String dataClass) {
        return domain.isEmpty() ? new HashMask(dataClass, normalizer) : this;
    }

    @Override
    public boolean hasDomain() {
        return !domain.isEmpty();
    }

    @Override
    public KeyUse use() {
        return new KeyUse.Hash(domain, normalizer);
    }

    @Override
    public String mask(String original, MaskContext context) {
        return context.keys().hash(domain, normalizer, original);
    }

    /** Exact but for chance: a hash carries a keyed tag of four bytes. */
    @Override
    public Recognition recognises(String text, MaskContext context) {
        return Recognition.exactly(context.keys().madeHash(domain, normalizer, text));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HashMask mask && domain.equals(mask.domain) && normalizer == mask.normalizer;
    }

    @Override
    public int hashCode() {
        return Objects.hash(domain, normalizer);
    }

    @Override
    public String toString() {
        String text = hasDomain() ? "hash(\"" + domain + "\")" : "hash()";
        return normalizer == Normalizer.NONE ? text : text + ".normalize(" + normalizer + ")";
    }
}
