package io.maskwire.jackson.v3;

import io.maskwire.policy.FieldPath;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamContext;

/** The place of the value that is about to be written, seen through the generator's live context. */
record ContextPlace(TokenStreamContext context) implements FieldPath.Location {

    @Override
    public FieldPath.@Nullable Location parent() {
        return context.inRoot() ? null : new ContextPlace(context.getParent());
    }

    @Override
    public @Nullable String name() {
        return context.inObject() ? context.currentName() : null;
    }

    static int depth(TokenStreamContext context) {
        int depth = 0;
        for (TokenStreamContext at = context; !at.inRoot(); at = at.getParent()) {
            depth++;
        }
        return depth;
    }
}
