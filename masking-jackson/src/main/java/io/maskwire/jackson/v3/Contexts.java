package io.maskwire.jackson.v3;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamContext;

/** Where a generator is. */
final class Contexts {

    private Contexts() {}

    /** How many objects and arrays are open; the contexts of trees don't count themselves. */
    static int depth(TokenStreamContext context) {
        int depth = 0;
        for (TokenStreamContext at = context; !at.inRoot(); at = at.getParent()) {
            depth++;
        }
        return depth;
    }

    /** True if there is an object from here up to, but without, the place where something began. */
    static boolean inObject(@Nullable TokenStreamContext context, TokenStreamContext base) {
        TokenStreamContext at = context;
        while (at != null && at != base) {
            if (at.inObject()) {
                return true;
            }
            at = at.getParent();
        }
        return false;
    }
}
