package io.maskwire.policy;

enum EraseMask implements Mask {
    INSTANCE;

    @Override
    public String mask(String original, MaskContext context) {
        return Masks.MARKER;
    }

    @Override
    public Recognition recognises(String text, MaskContext context) {
        return Recognition.exactly(text.equals(Masks.MARKER));
    }

    @Override
    public String toString() {
        return "erase()";
    }
}
