package io.maskwire.policy;

import java.util.Objects;

/**
 * A function from an original to its masked form.
 *
 * <p>A mask is immutable and safe for use by many threads. It never puts the original, a piece of it or its length
 * into an exception. A mask that cannot take a value returns {@link Masks#MARKER} or throws; whoever calls it then
 * writes the marker, so a failing mask hides the value as a whole.
 *
 * <p>The ready-made masks are in {@link Masks}; a lambda makes another one.
 */
@FunctionalInterface
public interface Mask {

    /**
     * Returns what may be shown instead of the original.
     *
     * @param original the text of the value as it would be written, never null
     * @param context what the mask may know about the place of the value
     * @return the masked form
     */
    String mask(String original, MaskContext context);

    /**
     * Whether this mask knows a text as its own output, so that a masked value that comes back in a request isn't stored
     * as a real one. Exact for tokens and hashes, which are authenticated, and for masks that always write the same; by its
     * form for what was redacted; all others can't tell.
     *
     * <p>The marker, which any mask may give, is not asked about: whoever calls this knows it already.
     *
     * @param text the text that came back
     * @param context as for {@link #mask}
     */
    default Recognition recognises(String text, MaskContext context) {
        return Recognition.CANNOT_TELL;
    }

    /** Returns a mask that hands what this mask made to the next one; the marker is final and is not handed on. */
    default Mask then(Mask next) {
        return new ThenMask(this, Objects.requireNonNull(next, "next"));
    }
}
