package io.maskwire.jackson.scope;

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
public record Scope(
        @Nullable Classification values,
        @Nullable Classification names,
        boolean outerNamesOnly,
        @Nullable ClassScan handWritten) {

    /** Nothing holds. */
    public static final Scope NONE = new Scope(null, null, false, null);

    /** For all values. */
    public static Scope ofValues(@Nullable Classification values) {
        return new Scope(values, null, false, null);
    }

    /** For a marked class of the application's own that Jackson writes as the container it is. */
    public static Scope ofContainer(ClassScan scan) {
        return new Scope(scan.type().values(), scan.type().keys(), true, null);
    }

    /** For a marked class that a serializer of the application writes. */
    public static Scope ofHandWritten(ClassScan scan) {
        return scan.isEmpty() ? NONE : new Scope(scan.type().values(), null, false, scan);
    }

    /** The same with another scan of what a serializer of the application writes. */
    public Scope andHandWritten(ClassScan scan) {
        return scan.isEmpty()
                ? this
                : new Scope(Classification.both(values, scan.type().values()), names, outerNamesOnly, scan);
    }

    /** True if nothing holds. */
    public boolean isEmpty() {
        return values == null && names == null && handWritten == null;
    }

    /** True if something is said but that values stay. */
    public boolean hidesSomething() {
        return names != null || handWritten != null || values != null && !values.isExemption();
    }

    /** True if the same holds for all values and nothing for names. */
    public boolean isSimple() {
        return names == null && handWritten == null;
    }
}
