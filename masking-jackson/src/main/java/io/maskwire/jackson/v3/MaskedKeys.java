package io.maskwire.jackson.v3;

import io.maskwire.policy.Classification;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamContext;

/** Takes names for keys where no key serializer tells them from structure. */
final class MaskedKeys {

    private final Classification keys;
    private final boolean outerOnly;
    private final TokenStreamContext base;
    private final @Nullable String property;
    private boolean begun;

    /** With the name of the property if Jackson is still to write that. */
    MaskedKeys(Classification keys, boolean outerOnly, TokenStreamContext base, @Nullable String property) {
        this.keys = keys;
        this.outerOnly = outerOnly;
        this.base = base;
        this.property = property;
    }

    /** What holds for the next name in this object. */
    @Nullable
    Classification of(String name, TokenStreamContext object) {
        boolean propertyItself = !begun && object == base && name.equals(property);
        begun = true;
        boolean inner = outerOnly && Contexts.inObject(object.getParent(), base);
        return propertyItself || inner ? null : keys;
    }
}
