package io.maskwire.policy;

import java.util.Objects;
import java.util.function.UnaryOperator;

/** The ready-made masks. All are immutable, equal by their options, and print as the code that made them. */
public final class Masks {

    /** The erase marker: stands where nothing better may be shown. */
    public static final String MARKER = "[masked]";

    private Masks() {}

    /** Puts the marker in the value's place; hides length and type. */
    public static Mask erase() {
        return EraseMask.INSTANCE;
    }

    /**
     * Shows the original. As a class's mask it is refused: clear is granted to an audience, never a default. On a field
     * it lifts {@code unclassified: mask} and nothing else.
     */
    public static Mask clear() {
        return ClearMask.INSTANCE;
    }

    /**
     * Hides all, or all but what its options keep, behind a fixed number of {@code *}.
     *
     * <p><b>Gives:</b> a form people can recognise. <b>Doesn't give:</b> joins; two values may look alike.
     */
    public static RedactMask redact() {
        return RedactMask.ALL;
    }

    /** The keyed hash whose domain is the name of the data class it stands for. See {@link HashMask}. */
    public static HashMask hash() {
        return HashMask.IN_CLASS_DOMAIN;
    }

    /** The keyed hash in a domain of its own. See {@link HashMask}. */
    public static HashMask hash(String domain) {
        return HashMask.inDomain(domain);
    }

    /** The token whose domain is the name of the data class it stands for. See {@link TokenizeMask}. */
    public static TokenizeMask tokenize() {
        return TokenizeMask.IN_CLASS_DOMAIN;
    }

    /** The token in a domain of its own. See {@link TokenizeMask}. */
    public static TokenizeMask tokenize(String domain) {
        return TokenizeMask.inDomain(domain);
    }

    /**
     * Another value of the same format; its domain is the name of the data class it stands for. See {@link
     * FormatPreservingMask}.
     */
    public static FormatPreservingMask formatPreserving() {
        return FormatPreservingMask.IN_CLASS_DOMAIN;
    }

    /** Another value of the same format, in a domain of its own. See {@link FormatPreservingMask}. */
    public static FormatPreservingMask formatPreserving(String domain) {
        return FormatPreservingMask.inDomain(domain);
    }

    /** The same text for every value. It hides all, also that values differ; everybody may read it. */
    public static Mask constant(String text) {
        return new ConstantMask(text);
    }

    /**
     * JSON's null in the value's place. Where only a text can stand, as for a map key, it is the marker; so it is for a
     * mask joined with this one by {@link Mask#then}. It hides all but that the value is there.
     */
    public static Mask nothing() {
        return NothingMask.INSTANCE;
    }

    /** The first bits of an IP address. See {@link TruncateIpMask}. */
    public static TruncateIpMask truncateIp() {
        return TruncateIpMask.NETWORK;
    }

    /** The year of a date. See {@link TruncateDateMask}. */
    public static TruncateDateMask truncateDate() {
        return TruncateDateMask.TO_YEAR;
    }

    /**
     * The date moved by at most so many days, the same number for all dates of one subject; its domain is the name of the
     * data class it stands for. See {@link ShiftDateMask}.
     *
     * @param days from {@value ShiftDateMask#LEAST_DAYS} to {@value ShiftDateMask#MOST_DAYS}
     */
    public static ShiftDateMask shiftDate(int days) {
        return new ShiftDateMask("", days);
    }

    /** The moved date, in a domain of its own. See {@link ShiftDateMask}. */
    public static ShiftDateMask shiftDate(String domain, int days) {
        return ShiftDateMask.inDomain(domain, days);
    }

    /**
     * The range a decimal number lies in, from a multiple of the size up to, but without, the next: for 10, {@code 34}
     * becomes {@code [30,40)}. What is no number of at most 40 characters becomes the marker.
     */
    public static Mask bucket(long size) {
        return new BucketMask(size);
    }

    /** A mask of one's own that looks at nothing but the value. */
    public static Mask of(UnaryOperator<String> function) {
        Objects.requireNonNull(function, "function");
        return (original, context) -> function.apply(original);
    }

    /** A mask under a name: it prints as that name, and two of one name count as the same. */
    public static Mask named(String name, Mask mask) {
        return new NamedMask(name, mask);
    }
}
