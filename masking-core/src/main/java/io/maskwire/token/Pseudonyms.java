package io.maskwire.token;

import io.maskwire.key.KeyRing;
import io.maskwire.policy.MaskKeys;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Normalizer;
import io.maskwire.policy.PreservedFormat;
import io.maskwire.policy.Subject;
import java.util.List;
import java.util.Objects;

/** The keyed functions over one key ring for one tenant. Safe for use by many threads. */
public final class Pseudonyms implements MaskKeys {

    private final DomainKeys keys;

    private Pseudonyms(DomainKeys keys) {
        this.keys = keys;
    }

    /** The keyed functions of a ring; values are comparable inside one tenant and nowhere else. */
    public static Pseudonyms of(KeyRing ring, String tenant) {
        return new Pseudonyms(
                new DomainKeys(Objects.requireNonNull(ring, "ring"), Objects.requireNonNull(tenant, "tenant")));
    }

    @Override
    public String hash(String domain, Normalizer normalizer, String original) {
        HashText text = HashText.read(original);
        if (text != null
                && keys.has(text.kid())
                && keys.hash(text.kid(), domain, normalizer).made(text)) {
            return original;
        }
        return keys.hash(keys.primary(), domain, normalizer).hash(normalizer.normalize(original));
    }

    @Override
    public String tokenize(String domain, String original) {
        String kid = TokenText.kid(original);
        if (kid != null && keys.has(kid) && keys.token(kid, domain).made(original)) {
            return original;
        }
        return keys.token(keys.primary(), domain).token(original);
    }

    @Override
    public String preserveFormat(String domain, PreservedFormat format, String original) {
        return keys.format(keys.primary(), domain, format.alphabet()).encrypt(format, original);
    }

    @Override
    public int shift(String domain, int most, Subject subject) {
        return keys.shift(keys.primary(), domain, most).of(subject);
    }

    /**
     * Masks many values of one format, several at a time, which is faster than one by one: each becomes what {@link
     * #preserveFormat(String, PreservedFormat, String)} makes of it, or {@link Masks#MARKER} if that throws.
     *
     * @return as many values, in the same order
     */
    public List<String> preserveFormat(String domain, PreservedFormat format, List<String> originals) {
        return keys.format(keys.primary(), domain, format.alphabet()).encrypt(format, originals);
    }

    @Override
    public String toString() {
        return "Pseudonyms[" + keys + "]";
    }
}
