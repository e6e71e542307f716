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
        return !namedInBase && !inObject(context);
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
        } else if (!inObject(object.getParent())) {
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
        if (object == base || !inObject(object.getParent())) {
            return scan.type().keys();
        }
        return currentKeys;
    }

    /** What holds for the next value in this context. */
    @Nullable
    Classification here(TokenStreamContext context) {
        boolean named = namedInBase || inObject(context);
        return named ? current : scan.anything();
    }

    /** True if there is an object between here and where the serializer began. */
    private boolean inObject(@Nullable TokenStreamContext context) {
        TokenStreamContext at = context;
        while (at != null && at != base) {
            if (at.inObject()) {
                return true;
            }
            at = at.getParent();
        }
        return false;
    }
}
