package io.maskwire.jackson.v3;

import io.maskwire.policy.Classification;
import io.maskwire.scan.ClassScan;
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
    private boolean namedInBase;

    HandWritten(ClassScan scan, TokenStreamContext base) {
        this.scan = scan;
        this.base = base;
    }

    /** A name was written in this object. */
    void named(String name, TokenStreamContext object) {
        if (object == base) {
            namedInBase = true;
            current = classification(name);
        } else if (!inObject(object.getParent())) {
            current = classification(name);
        }
    }

    private @Nullable Classification classification(String name) {
        return scan.knows(name) ? scan.named(Set.of(name)).values() : scan.anything();
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
