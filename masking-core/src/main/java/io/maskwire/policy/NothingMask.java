package io.maskwire.policy;

enum NothingMask implements Mask {
    INSTANCE;

    /** Only a place that must hold a text asks; where JSON is written, null is. */
    @Override
    public String mask(String original, MaskContext context) {
        return Masks.MARKER;
    }

    @Override
    public Recognition recognises(String text, MaskContext context) {
        return text.equals(Masks.MARKER) ? Recognition.MASKED : Recognition.NOT_MASKED;
    }

    @Override
    public String toString() {
        return "nothing()";
    }
}
