package io.maskwire.jackson.scope;

import io.maskwire.policy.Classification;
import io.maskwire.scan.ClassScan;
import io.maskwire.scan.Marks;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows a serializer that writes a class with marked members in its own way. A name the class knows has that member's
 * marks; any other name, and a value without a name, may hold any member's value and has all marks.
 *
 * @param <C> the contexts of one version of Jackson
 */
public final class HandWritten<C> {

    private final Contexts<C> contexts;
    private final ClassScan scan;
    private final C base;
    private @Nullable Classification current;
    private @Nullable Classification currentKeys;
    private final @Nullable String property;
    private boolean namedInBase;

    /** With the name of the property if Jackson is still to write that. */
    public HandWritten(Contexts<C> contexts, ClassScan scan, C base, @Nullable String property) {
        this.contexts = contexts;
        this.scan = scan;
        this.base = base;
        this.property = property;
    }

    /** The class whose members are written. */
    public ClassScan scan() {
        return scan;
    }

    /** True if the serializer has written no name yet. */
    public boolean isAtStart(C context) {
        return !namedInBase && !contexts.inObject(context, base);
    }

    /** A name was written in this object. */
    public void named(String name, C object) {
        if (object == base) {
            if (!namedInBase && name.equals(property)) {
                // Jackson names the property, before the serializer begins.
                return;
            }
            namedInBase = true;
            become(name);
        } else if (!contexts.inObject(contexts.parent(object), base)) {
            become(name);
        }
    }

    private void become(String name) {
        boolean known = scan.knows(name);
        Marks marks = scan.named(Set.of(name));
        current = known ? marks.values() : scan.anything();
        currentKeys = known ? marks.keys() : scan.anyKeys();
    }

    /** What holds for the next name in this object. */
    public @Nullable Classification namesIn(C object) {
        if (object == base || !contexts.inObject(contexts.parent(object), base)) {
            return scan.type().keys();
        }
        return currentKeys;
    }

    /** What holds for the next value in this context. */
    public @Nullable Classification here(C context) {
        boolean named = namedInBase || contexts.inObject(context, base);
        return named ? current : scan.anything();
    }
}
