package io.maskwire.token;

import io.maskwire.key.KeyRing;
import io.maskwire.policy.MaskKeys;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Normalizer;
import io.maskwire.policy.PreservedFormat;
import io.maskwire.policy.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The keyed functions over one key ring for one tenant. Safe for use by many threads. */
public final class Pseudonyms implements MaskKeys {

    private final DomainKeys keys;
    /** The name of the key that makes new values. */
    private final String kid;

    private Pseudonyms(DomainKeys keys, String kid) {
        this.keys = keys;
        this.kid = kid;
    }

    /** The keyed functions of a ring; values are comparable inside one tenant and nowhere else. */
    public static Pseudonyms of(KeyRing ring, String tenant) {
        Objects.requireNonNull(tenant, "tenant");
        return new Pseudonyms(new DomainKeys(Objects.requireNonNull(ring, "ring"), tenant), ring.primary());
    }

    @Override
    public String hash(String domain, Normalizer normalizer, String original) {
        if (madeHash(domain, normalizer, original)) {
            return original;
        }
        return keys.hash(kid, domain, normalizer).hash(normalizer.normalize(original));
    }

    @Override
    public String tokenize(String domain, String original) {
        return madeToken(domain, original) ? original : keys.token(kid, domain).token(original);
    }

    @Override
    public String preserveFormat(String domain, PreservedFormat format, String original) {
        return keys.format(kid, domain, format.alphabet()).encrypt(format, original);
    }

    @Override
    public int shift(String domain, int most, Subject subject) {
        return keys.shift(kid, domain, most).of(subject);
    }

    /**
     * Masks many values of one format, several at a time, which is faster than one by one: each becomes what {@link
     * #preserveFormat(String, PreservedFormat, String)} makes of it, or {@link Masks#MARKER} if that throws.
     *
     * @return as many values, in the same order
     */
    public List<String> preserveFormat(String domain, PreservedFormat format, List<String> originals) {
        return keys.format(kid, domain, format.alphabet()).encrypt(format, originals);
    }

    @Override
    public boolean madeToken(String domain, String text) {
        String named = TokenText.kid(text);
        return named != null && keys.has(named) && keys.token(named, domain).made(text);
    }

    @Override
    public boolean madeHash(String domain, Normalizer normalizer, String text) {
        HashText hash = HashText.read(text);
        return hash != null
                && keys.has(hash.kid())
                && keys.hash(hash.kid(), domain, normalizer).made(hash);
    }

    @Override
    public List<MaskKeys> ofEachKey() {
        List<MaskKeys> each = new ArrayList<>(List.of(this));
        keys.kids().stream()
                .filter(other -> !other.equals(kid))
                .forEach(other -> each.add(new Pseudonyms(keys, other)));
        return List.copyOf(each);
    }

    @Override
    public String toString() {
        return "Pseudonyms[" + keys + "]";
    }
}
