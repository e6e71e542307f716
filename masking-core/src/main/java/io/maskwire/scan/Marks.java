package io.maskwire.scan;

import io.maskwire.policy.Classification;
import org.jspecify.annotations.Nullable;

/**
 * What annotations say about one place.
 *
 * @param values about every value there; null if nothing
 * @param keys about the keys of the maps there; null if nothing
 */
public record Marks(
        @Nullable Classification values, @Nullable Classification keys) {

    /** Nothing is said. */
    public static final Marks NONE = new Marks(null, null);

    static Marks ofValues(@Nullable Classification values) {
        return values == null ? NONE : new Marks(values, null);
    }

    /** All that either says. */
    public Marks and(Marks other) {
        if (other.isEmpty() || equals(other)) {
            return this;
        }
        return isEmpty()
                ? other
                : new Marks(Classification.both(values, other.values), Classification.both(keys, other.keys));
    }

    /** True if nothing is said. */
    public boolean isEmpty() {
        return values == null && keys == null;
    }
}
