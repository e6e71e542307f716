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

    /**
     * Masks many values of one width in place, which lie one behind the other without anything between: the fastest way
     * for columns of digits. Each becomes what {@link #preserveFormat(String, PreservedFormat, String)} makes of it; a
     * value for which that throws is overwritten with asterisks. If this throws, values may be there in clear.
     *
     * @param column the values in ISO 8859-1
     * @param width how many bytes each has
     * @return how many values were overwritten
     * @throws IllegalArgumentException if the column is not a whole number of values, or if the alphabet has symbols
     *     outside ISO 8859-1
     */
    public int preserveFormat(String domain, PreservedFormat format, byte[] column, int width) {
        int values = width < 1 ? 0 : column.length / width;
        if (width < 1 || values * width != column.length) {
            throw new IllegalArgumentException("A column holds values of one width and nothing else: "
                    + "its length must be a multiple of the width, which is at least 1");
        }
        if (!format.alphabet().isLatin1()) {
            throw new IllegalArgumentException(
                    "The alphabet has symbols outside ISO 8859-1; mask such values as a list of texts");
        }
        return values == 0 ? 0 : keys.format(kid, domain, format.alphabet()).encrypt(format, column, values);
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
