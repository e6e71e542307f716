package io.maskwire.token;

import io.maskwire.key.KeyException;
import io.maskwire.key.KeyRing;
import io.maskwire.policy.PreservedFormat;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The way back from tokens and format-preserved values, over one key ring for one tenant. No mask can come here: {@link
 * Pseudonyms} only goes forward.
 *
 * <p>Who may ask, and why, is decided and written down by whoever calls this. Safe for use by many threads.
 */
public final class Originals {

    private static final int FINGERPRINT_BYTES = 16;

    private final DomainKeys keys;

    private Originals(DomainKeys keys) {
        this.keys = keys;
    }

    /** The way back with a ring, for values of one tenant. */
    public static Originals of(KeyRing ring, String tenant) {
        return new Originals(
                new DomainKeys(Objects.requireNonNull(ring, "ring"), Objects.requireNonNull(tenant, "tenant")));
    }

    /** The way back with whatever ring a supplier gives, made once for each. */
    public static Supplier<Originals> live(Supplier<KeyRing> rings, String tenant) {
        Objects.requireNonNull(tenant, "tenant");
        return new PerRing<>(Objects.requireNonNull(rings, "rings"), ring -> of(ring, tenant));
    }

    /**
     * The original of a token.
     *
     * @return empty if this ring did not make it in this domain for this tenant, whatever the reason
     */
    public Optional<String> ofToken(String domain, String token) {
        String kid = TokenText.kid(token);
        return kid != null && keys.has(kid)
                ? Optional.ofNullable(keys.token(kid, domain).value(token))
                : Optional.empty();
    }

    /**
     * The original of a format-preserved value. Nothing authenticates such a value: with another key, domain or format,
     * and for any text of the format, the answer is a value that was never masked.
     *
     * @param kid the name of the key that masked it, which the value itself does not tell
     * @return empty if it is not of the format
     * @throws KeyException if the ring has no key of this name
     */
    public Optional<String> ofPreserved(String domain, PreservedFormat format, String kid, String masked) {
        return Optional.ofNullable(keys.format(kid, domain, format.alphabet()).decrypt(format, masked));
    }

    /** The key that a token says it was made with; empty if it names none of this ring. */
    public Optional<String> kid(String token) {
        return Optional.ofNullable(TokenText.kid(token)).filter(keys::has);
    }

    /** True if the ring has a key of this name. */
    public boolean has(String kid) {
        return keys.has(kid);
    }

    /**
     * A text that costs {@link #ofToken} the same work as this token and has no original: for whoever may not see the
     * original, and not learn from the time either whether there is one.
     */
    public static String spoiled(String token) {
        return TokenText.spoiled(token);
    }

    /**
     * A name for a masked value in audit records: the same value always has the same one, and nobody without the key
     * can tell the value by it.
     *
     * @param kid the key to compute it with
     * @param masked the masked value, or whatever was shown as one
     * @return 32 hex digits
     * @throws KeyException if the ring has no such key, or only subkeys of it without that for audits
     */
    public String fingerprint(String kid, String masked) {
        byte[] digest = keys.audit(kid).of(masked.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
    }

    /** The key that makes new values. */
    public String primary() {
        return keys.primary();
    }

    @Override
    public String toString() {
        return "Originals[" + keys + "]";
    }
}
