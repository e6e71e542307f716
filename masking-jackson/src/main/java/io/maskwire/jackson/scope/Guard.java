package io.maskwire.jackson.scope;

import io.maskwire.policy.Classification;
import io.maskwire.scan.Marks;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a value that is read at a classified place. One without marks is only kept out of messages.
 *
 * @param values what its scalars are
 * @param keys what the names in it are
 */
public record Guard(
        @Nullable Classification values, @Nullable Classification keys) {

    /** Something classified may be below, and says for itself what it is. */
    public static final Guard UNTOLD = new Guard(null, null);

    /** For marks; null if they say nothing, or only that the value stays. */
    public static @Nullable Guard of(Marks marks) {
        Classification values = told(marks.values());
        Classification keys = told(marks.keys());
        return values == null && keys == null ? null : new Guard(values, keys);
    }

    private static @Nullable Classification told(@Nullable Classification classification) {
        return classification == null || classification.isExemption() ? null : classification;
    }

    /** Both, where either may be missing. */
    public static @Nullable Guard both(@Nullable Guard one, @Nullable Guard other) {
        if (one == null || other == null || one.equals(other)) {
            return one == null ? other : one;
        }
        return new Guard(Classification.both(one.values, other.values), Classification.both(one.keys, other.keys));
    }
}
