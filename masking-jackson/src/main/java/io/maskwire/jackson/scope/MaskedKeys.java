package io.maskwire.jackson.scope;

import io.maskwire.policy.Classification;
import org.jspecify.annotations.Nullable;

/**
 * Takes names for keys where no key serializer tells them from structure.
 *
 * @param <C> the contexts of one version of Jackson
 */
public final class MaskedKeys<C> {

    private final Contexts<C> contexts;

    private final Classification keys;
    private final boolean outerOnly;
    private final C base;
    private final @Nullable String property;
    private boolean begun;

    /** With the name of the property if Jackson is still to write that. */
    public MaskedKeys(Contexts<C> contexts, Classification keys, boolean outerOnly, C base, @Nullable String property) {
        this.contexts = contexts;
        this.keys = keys;
        this.outerOnly = outerOnly;
        this.base = base;
        this.property = property;
    }

    /** What holds for the next name in this object. */
    public @Nullable Classification of(String name, C object) {
        boolean propertyItself = !begun && object == base && name.equals(property);
        begun = true;
        boolean inner = outerOnly && contexts.inObject(contexts.parent(object), base);
        return propertyItself || inner ? null : keys;
    }
}
