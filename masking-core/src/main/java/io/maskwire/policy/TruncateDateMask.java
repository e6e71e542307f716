package io.maskwire.policy;

import java.util.Objects;

/**
 * Cuts an ISO 8601 date, or date and time, to its year: {@code 1984-02-29} to {@code 1984}. What is no date becomes the
 * marker.
 *
 * <p><b>Gives:</b> counting by age. <b>Doesn't give:</b> anonymity of the very old, and of those found by two truncated
 * values together.
 */
public final class TruncateDateMask implements Mask {

    /** What stays of a date. */
    public enum Part {
        /** {@code 1984}. */
        YEAR,
        /** {@code 1984-02}. */
        MONTH
    }

    static final TruncateDateMask TO_YEAR = new TruncateDateMask(Part.YEAR);

    private final Part part;

    private TruncateDateMask(Part part) {
        this.part = part;
    }

    /** What stays. */
    public TruncateDateMask to(Part what) {
        return new TruncateDateMask(Objects.requireNonNull(what, "what"));
    }

    @Override
    public String mask(String original, MaskContext context) {
        return Redaction.date(original.strip(), part);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TruncateDateMask mask && part == mask.part;
    }

    @Override
    public int hashCode() {
        return part.hashCode();
    }

    @Override
    public String toString() {
        return "truncateDate()" + (part == Part.YEAR ? "" : ".to(" + part + ")");
    }
}
