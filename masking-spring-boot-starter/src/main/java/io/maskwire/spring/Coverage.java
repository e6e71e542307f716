package io.maskwire.spring;

import java.util.function.BooleanSupplier;

/**
 * A way out of this service that is looked at.
 *
 * @param way the way out
 * @param inUse whether the application lets us look, asked once it has started
 */
record Coverage(Way way, BooleanSupplier inUse) {

    /** The ways out that can be looked at as a whole. */
    enum Way {
        ANSWERS,
        FUNCTIONAL_ENDPOINTS,
        REQUESTS
    }
}
