package io.maskwire.jackson.v3;

import io.maskwire.policy.Classification;
import io.maskwire.scan.ClassScan;
import io.maskwire.scan.Marks;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamContext;

/**
 * Follows a serializer that writes a class with marked members in its own way. A name the class knows has that member's
 * marks; any other name, and a value without a name, may hold any member's value and has all marks.
 */
final class HandWritten {

    private final ClassScan scan;
    private final TokenStreamContext base;
    private @Nullable Classification current;
    private @Nullable Classification currentKeys;
    private final @Nullable String property;
    private boolean namedInBase;

    HandWritten(ClassScan scan, TokenStreamContext base, @Nullable String property) {
        this.scan = scan;
        this.base = base;
        this.property = property;
    }

    ClassScan scan() {
        return scan;
    }

    /** True if the serializer has written no name yet. */
    boolean isAtStart(TokenStreamContext context) {
        return !namedInBase && !Contexts.inObject(context, base);
    }

    /** A name was written in this object. */
    void named(String name, TokenStreamContext object) {
        if (object == base) {
            if (!namedInBase && name.equals(property)) {
                // Jackson names the property, before the serializer begins.
                return;
            }
            namedInBase = true;
            become(name);
        } else if (!Contexts.inObject(object.getParent(), base)) {
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
    @Nullable
    Classification namesIn(TokenStreamContext object) {
        if (object == base || !Contexts.inObject(object.getParent(), base)) {
            return scan.type().keys();
        }
        return currentKeys;
    }

    /** What holds for the next value in this context. */
    @Nullable
    Classification here(TokenStreamContext context) {
        boolean named = namedInBase || Contexts.inObject(context, base);
        return named ? current : scan.anything();
    }
}
