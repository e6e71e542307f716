package io.maskwire.policy;

import java.util.Objects;

/**
 * Replaces a value by another one of the same length and alphabet, which a key holder can turn back. Separators stay
 * where they are.
 *
 * <p><b>Gives:</b> a value that fits where the original fitted; joins in one domain as long as the kept parts are
 * everywhere the same number of characters.
 *
 * <p><b>Doesn't give:</b> secrecy about repetition; integrity: any value of the format can be turned "back" into
 * something; a key's name in the value, so after a rotation one must know which key made it; recognition, so a masked
 * value that is masked again changes. For display prefer {@link Masks#redact}, where no format binds {@link
 * Masks#tokenize}.
 *
 * <p>A value becomes the marker if it has a character that is neither in the alphabet nor a separator, more than {@value
 * PreservedFormat#MOST_SYMBOLS} characters, or, with {@link #luhn}, the wrong check digit. It also does if, without what
 * is kept, fewer than a million values have its length: so few can all be tried, and the event is then {@code TOO_SHORT}.
 *
 * <p>Built on FF1 with AES-256 (NIST SP 800-38G) under a subkey from HKDF (RFC 5869). Needs a key ring.
 */
public final class FormatPreservingMask implements KeyedMask {

    static final FormatPreservingMask IN_CLASS_DOMAIN = new FormatPreservingMask("", PreservedFormat.DIGITS);

    private final String domain;
    private final PreservedFormat format;

    private FormatPreservingMask(String domain, PreservedFormat format) {
        this.domain = domain;
        this.format = format;
    }

    static FormatPreservingMask inDomain(String domain) {
        return new FormatPreservingMask(KeyedMask.named(domain), PreservedFormat.DIGITS);
    }

    /** The characters of a value, in their order, such as {@link Alphabet#ALPHANUMERIC_UPPER}; digits by default. */
    public FormatPreservingMask alphabet(String characters) {
        return with(new PreservedFormat(
                Alphabet.of(characters), format.separators(), format.keepFirst(), format.keepLast(), format.luhn()));
    }

    /** Characters that stay where they are and count for nothing; by default space, {@code -} and {@code .}. */
    public FormatPreservingMask separators(String characters) {
        Objects.requireNonNull(characters, "characters");
        return with(new PreservedFormat(
                format.alphabet(), characters, format.keepFirst(), format.keepLast(), format.luhn()));
    }

    /** Keeps the first characters; they decide what the others become. */
    public FormatPreservingMask keepFirst(int count) {
        return with(new PreservedFormat(
                format.alphabet(),
                format.separators(),
                positive("keepFirst", count),
                format.keepLast(),
                format.luhn()));
    }

    /** Keeps the last characters; they decide what the others become. */
    public FormatPreservingMask keepLast(int count) {
        return with(new PreservedFormat(
                format.alphabet(),
                format.separators(),
                format.keepFirst(),
                positive("keepLast", count),
                format.luhn()));
    }

    /** What becomes of a check digit at the end; for cards {@link Luhn#INVALID}. */
    public FormatPreservingMask luhn(Luhn how) {
        return with(new PreservedFormat(
                format.alphabet(), format.separators(), format.keepFirst(), format.keepLast(), how));
    }

    private FormatPreservingMask with(PreservedFormat other) {
        return new FormatPreservingMask(domain, other);
    }

    private static int positive(String option, int count) {
        if (count < 1) {
            throw new IllegalArgumentException(option + " needs 1 or more characters, but was " + count);
        }
        return count;
    }

    /** What stays, and what is read and written. */
    public PreservedFormat format() {
        return format;
    }

    /** The domain of its own, or that of the class it stands for; empty if it has neither yet. */
    public String domain() {
        return domain;
    }

    @Override
    public FormatPreservingMask inClass(String dataClass) {
        return hasDomain() ? this : new FormatPreservingMask(dataClass, format);
    }

    @Override
    public boolean hasDomain() {
        return !domain.isEmpty();
    }

    @Override
    public KeyUse use() {
        return new KeyUse.Format(domain, format.alphabet());
    }

    @Override
    public String mask(String original, MaskContext context) {
        return context.keys().preserveFormat(domain, format, original);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FormatPreservingMask mask && domain.equals(mask.domain) && format.equals(mask.format);
    }

    @Override
    public int hashCode() {
        return Objects.hash(domain, format);
    }

    @Override
    public String toString() {
        return (hasDomain() ? "formatPreserving(\"" + domain + "\")" : "formatPreserving()") + format.options();
    }
}
