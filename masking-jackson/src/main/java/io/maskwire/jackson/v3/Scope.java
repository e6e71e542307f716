package io.maskwire.jackson.v3;

import io.maskwire.policy.Classification;
import io.maskwire.scan.ClassScan;
import org.jspecify.annotations.Nullable;

/**
 * What holds while one property or one value is written.
 *
 * @param values for all values in it
 * @param names for all names in it, where a serializer of the application writes a map whose keys are marked
 * @param handWritten the class whose marked members a serializer of the application writes in its own way
 */
record Scope(
        @Nullable Classification values,
        @Nullable Classification names,
        @Nullable ClassScan handWritten) {

    static final Scope NONE = new Scope(null, null, null);

    static Scope ofValues(@Nullable Classification values) {
        return new Scope(values, null, null);
    }

    static Scope ofHandWritten(ClassScan scan) {
        return scan.isEmpty() ? NONE : new Scope(scan.type().values(), null, scan);
    }

    Scope and(Scope other) {
        return new Scope(
                Classification.both(values, other.values),
                Classification.both(names, other.names),
                handWritten == null
                        ? other.handWritten
                        : other.handWritten == null ? handWritten : handWritten.and(other.handWritten));
    }

    boolean isEmpty() {
        return values == null && names == null && handWritten == null;
    }

    boolean isSimple() {
        return names == null && handWritten == null;
    }
}
