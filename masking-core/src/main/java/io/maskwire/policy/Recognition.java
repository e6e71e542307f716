package io.maskwire.policy;

/** Whether a mask knows a text as its own output. */
public enum Recognition {
    /** This mask made the text; it is no original. */
    MASKED,
    /** This mask did not make the text. */
    NOT_MASKED,
    /**
     * The mask's output looks like other texts too, so the text alone doesn't tell. Compare with what is stored.
     */
    CANNOT_TELL;

    static Recognition exactly(boolean isMasked) {
        return isMasked ? MASKED : NOT_MASKED;
    }
}
