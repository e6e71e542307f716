package io.maskwire.policy;

import java.util.Objects;

/** A user's mask under a name, which stands for what it does. */
final class NamedMask implements Mask {

    private final String name;
    private final Mask mask;

    NamedMask(String name, Mask mask) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A mask's name can't be blank");
        }
        this.name = name;
        this.mask = Objects.requireNonNull(mask, "mask");
    }

    Mask mask() {
        return mask;
    }

    @Override
    public String mask(String original, MaskContext context) {
        return mask.mask(original, context);
    }

    @Override
    public Recognition recognises(String text, MaskContext context) {
        return mask.recognises(text, context);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamedMask named && name.equals(named.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "named(\"" + name + "\")";
    }
}
