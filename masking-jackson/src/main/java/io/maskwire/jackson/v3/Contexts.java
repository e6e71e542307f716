package io.maskwire.jackson.v3;

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
}
