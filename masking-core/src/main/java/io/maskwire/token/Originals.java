package io.maskwire.token;

import io.maskwire.key.KeyException;
import io.maskwire.key.KeyRing;
import io.maskwire.policy.PreservedFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * The way back from tokens and format-preserved values, over one key ring for one tenant. No mask can come here: {@link
 * Pseudonyms} only goes forward.
 *
 * <p>Who may ask, and why, is decided and written down by whoever calls this. Safe for use by many threads.
 */
public final class Originals {

    private final DomainKeys keys;

    private Originals(DomainKeys keys) {
        this.keys = keys;
    }

    /** The way back with a ring, for values of one tenant. */
    public static Originals of(KeyRing ring, String tenant) {
        return new Originals(
                new DomainKeys(Objects.requireNonNull(ring, "ring"), Objects.requireNonNull(tenant, "tenant")));
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

    @Override
    public String toString() {
        return "Originals[" + keys + "]";
    }
}
