package io.maskwire.policy;

record ThenMask(Mask first, Mask second) implements Mask {

    @Override
    public String mask(String original, MaskContext context) {
        String masked = first.mask(original, context);
        return masked.equals(Masks.MARKER) ? masked : second.mask(masked, context);
    }

    /** What comes out is the second mask's. */
    @Override
    public Recognition recognises(String text, MaskContext context) {
        return second.recognises(text, context);
    }

    @Override
    public String toString() {
        return first + ".then(" + second + ")";
    }
}
