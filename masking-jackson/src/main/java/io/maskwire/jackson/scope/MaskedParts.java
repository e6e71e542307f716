package io.maskwire.jackson.scope;

/** How much of a value is masked; null and type ids don't count. */
public enum MaskedParts {
    /** All of it. */
    ALL,
    /** Some of it. */
    SOME,
    /** Nothing of it. */
    NONE;

    /** From whether something masked and something real was found. */
    public static MaskedParts of(boolean masked, boolean real) {
        if (masked) {
            return real ? SOME : ALL;
        }
        return NONE;
    }
}
