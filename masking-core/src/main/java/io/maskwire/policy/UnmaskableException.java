package io.maskwire.policy;

import java.util.Objects;

/**
 * A mask can't take a value. Says why in one word and holds nothing of the value; it has no stack trace, because values
 * that don't fit are no rarity.
 */
public final class UnmaskableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a value can't be masked. */
    public enum Reason {
        /** The value is not of the kind the mask is for. */
        OTHER_KIND,
        /** So few values have this length that all of them can be tried. */
        TOO_SHORT,
        /** The value is over the mask's limit. */
        TOO_LONG,
        /** The mask needs to know whom the value is about, and nobody said so. */
        NO_SUBJECT
    }

    private final Reason reason;

    /** A value that can't be masked for a reason. */
    public UnmaskableException(Reason reason) {
        super("The mask can't take this value: " + Objects.requireNonNull(reason, "reason"), null, false, false);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
