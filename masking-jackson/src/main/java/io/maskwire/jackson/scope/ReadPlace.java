package io.maskwire.jackson.scope;

import io.maskwire.policy.FieldPath;
import org.jspecify.annotations.Nullable;

/**
 * Where the value being read is.
 *
 * @param contexts how to ask one version of Jackson
 * @param context the object or array around it
 * @param <C> the contexts of that version
 */
public record ReadPlace<C>(Contexts<C> contexts, C context) implements FieldPath.Location {

    @Override
    public FieldPath.@Nullable Location parent() {
        C outer = contexts.inRoot(context) ? null : contexts.parent(context);
        return outer == null ? null : new ReadPlace<>(contexts, outer);
    }

    @Override
    public @Nullable String name() {
        return contexts.inObject(context) ? contexts.name(context) : null;
    }
}
