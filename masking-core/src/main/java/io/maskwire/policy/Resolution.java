package io.maskwire.policy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How values of one classification look to one audience, and why.
 *
 * @param mask the mask to use; {@link Masks#clear} where the audience may see the original
 * @param dataClass the data class, several joined by {@code +}, or {@code -} without one
 * @param reason why this mask was taken
 */
public record Resolution(Mask mask, String dataClass, Reason reason) {

    /** Why a mask was taken. */
    public enum Reason {
        /** The class's mask, or one put on the place itself. */
        OWN,
        /** What the audience was granted. */
        GRANTED,
        /** The place has two classes that look different to this audience. */
        CONFLICT,
        /** The policy doesn't know the data class. */
        UNKNOWN_CLASS,
        /** The policy doesn't know the audience. */
        UNKNOWN_AUDIENCE,
        /** Nothing is said about the place. */
        UNCLASSIFIED
    }

    public Resolution {
        Objects.requireNonNull(mask, "mask");
        Objects.requireNonNull(dataClass, "dataClass");
        Objects.requireNonNull(reason, "reason");
    }

    /** The one form that every value gets; null if the form depends on the value. */
    public @Nullable String fixed() {
        if (mask == Masks.erase()) {
            return Masks.MARKER;
        }
        if (mask instanceof RedactMask redact) {
            return redact.fixed();
        }
        return mask instanceof ConstantMask constant ? constant.text() : null;
    }

    /** True if the original may be written. */
    public boolean isClear() {
        return mask == Masks.clear();
    }
}
