package io.maskwire.policy;

import java.util.Objects;

record ConstantMask(String text) implements Mask {

    ConstantMask {
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String mask(String original, MaskContext context) {
        return text;
    }

    @Override
    public Recognition recognises(String text, MaskContext context) {
        return Recognition.exactly(text.equals(this.text));
    }

    @Override
    public String toString() {
        return "constant(\"" + text + "\")";
    }
}
