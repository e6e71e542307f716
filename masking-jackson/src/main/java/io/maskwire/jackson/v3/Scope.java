package io.maskwire.jackson.v3;

import io.maskwire.policy.Classification;
import io.maskwire.scan.ClassScan;
import org.jspecify.annotations.Nullable;

/**
 * What holds while one property or one value is written.
 *
 * @param values for all values in it
 * @param names for the names in it, where no key serializer can tell keys from structure
 * @param outerNamesOnly true if that holds for the names of the outermost objects only
 * @param handWritten the class whose marked members a serializer of the application writes in its own way
 */
record Scope(
        @Nullable Classification values,
        @Nullable Classification names,
        boolean outerNamesOnly,
        @Nullable ClassScan handWritten) {

    static final Scope NONE = new Scope(null, null, false, null);

    static Scope ofValues(@Nullable Classification values) {
        return new Scope(values, null, false, null);
    }

    /** For a marked class of the application's own that Jackson writes as the container it is. */
    static Scope ofContainer(ClassScan scan) {
        return new Scope(scan.type().values(), scan.type().keys(), true, null);
    }

    static Scope ofHandWritten(ClassScan scan) {
        return scan.isEmpty() ? NONE : new Scope(scan.type().values(), null, false, scan);
    }

    /** The same with another scan of what a serializer of the application writes. */
    Scope andHandWritten(ClassScan scan) {
        return scan.isEmpty()
                ? this
                : new Scope(Classification.both(values, scan.type().values()), names, outerNamesOnly, scan);
    }

    boolean isEmpty() {
        return values == null && names == null && handWritten == null;
    }

    boolean isSimple() {
        return names == null && handWritten == null;
    }
}
