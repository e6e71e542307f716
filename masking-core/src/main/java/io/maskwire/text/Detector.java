package io.maskwire.text;

/**
 * Finds values of one data class in free text; for what {@link TextMasker} doesn't look for itself.
 *
 * <p>Called once for each text, and in streams for each block of whole lines: don't look for what goes over several
 * lines. Must be quick, thread-safe, and linear in the length of the text, which others may have written: use no
 * backtracking expression. If it throws, nothing of the text is shown.
 */
public interface Detector {

    /** The data class of what is found, whose mask for the audience decides; erased if the policy doesn't know it. */
    String dataClass();

    /** Reports every value in a text. */
    void detect(String text, Found found);

    /** Takes what was found. */
    @FunctionalInterface
    interface Found {

        /**
         * A value.
         *
         * @param start its first char
         * @param end after its last char
         * @throws IndexOutOfBoundsException if that is not in the text, or empty
         */
        void at(int start, int end);
    }
}
