package io.maskwire.policy;

/**
 * Replaces a value by a token that a key holder can turn back: the same value under the same key, tenant and domain
 * always gives the same token.
 *
 * <p><b>Gives:</b> tokens of one domain can be joined and counted; a changed or invented token is noticed; without the
 * key none can be turned back or made.
 *
 * <p><b>Doesn't give:</b> secrecy about repetition, nor about the length in steps of 16 bytes. Where only a few values
 * exist (a postcode, a blood group), counting tokens is enough to guess them; prefer {@link Masks#redact}. Whoever has
 * the key has the value: where nobody needs it back, prefer {@link Masks#hash}.
 *
 * <p>Built on AES-SIV (RFC 5297) under a subkey from HKDF (RFC 5869). A token this ring made in the same domain passes
 * unchanged. A value that is no well-formed Unicode becomes the marker. Needs a key ring.
 */
public final class TokenizeMask implements KeyedMask {

    static final TokenizeMask IN_CLASS_DOMAIN = new TokenizeMask("");

    private final String domain;

    private TokenizeMask(String domain) {
        this.domain = domain;
    }

    static TokenizeMask inDomain(String domain) {
        return new TokenizeMask(KeyedMask.named(domain));
    }

    @Override
    public TokenizeMask inClass(String dataClass) {
        return hasDomain() ? this : new TokenizeMask(dataClass);
    }

    @Override
    public boolean hasDomain() {
        return !domain.isEmpty();
    }

    @Override
    public KeyUse use() {
        return new KeyUse.Token(domain);
    }

    @Override
    public String mask(String original, MaskContext context) {
        return context.keys().tokenize(domain, original);
    }

    /** Exact: a token is authenticated. */
    @Override
    public Recognition recognises(String text, MaskContext context) {
        return Recognition.exactly(context.keys().madeToken(domain, text));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenizeMask mask && domain.equals(mask.domain);
    }

    @Override
    public int hashCode() {
        return domain.hashCode();
    }

    @Override
    public String toString() {
        return hasDomain() ? "tokenize(\"" + domain + "\")" : "tokenize()";
    }
}
