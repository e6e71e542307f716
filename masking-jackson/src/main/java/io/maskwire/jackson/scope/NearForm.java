package io.maskwire.jackson.scope;

import io.maskwire.policy.Classification;
import io.maskwire.spi.FixedForm;
import io.maskwire.spi.FixedForms;
import org.jspecify.annotations.Nullable;

/** The fixed form of one property, kept for the first audience it was asked for. For many threads. */
public final class NearForm {

    private record Known(FixedForms forms, @Nullable FixedForm form) {}

    private final @Nullable Classification marks;

    // Never replaced: threads that do would wait for each other.
    private @Nullable Known known;

    /** Of the values of these marks. */
    public NearForm(@Nullable Classification marks) {
        this.marks = marks;
    }

    /** What the property is marked with. */
    public @Nullable Classification marks() {
        return marks;
    }

    /** What these forms say; to be asked only by forms that documents share, as they may be kept. */
    public @Nullable FixedForm of(FixedForms shared) {
        Known near = known;
        if (near != null && near.forms == shared) {
            return near.form;
        }
        FixedForm found = shared.fixedForm(marks);
        if (near == null) {
            known = new Known(shared, found);
        }
        return found;
    }
}
