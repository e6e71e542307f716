package io.maskwire.jackson.scope;

import org.jspecify.annotations.Nullable;

/**
 * How one version of Jackson says where a generator is.
 *
 * @param <C> its class of contexts; each open object or array has one, and so has the root
 */
public interface Contexts<C> {

    /** The context around one that is not the root. */
    @Nullable
    C parent(C context);

    /** True for the context outside of all objects and arrays. */
    boolean inRoot(C context);

    /** True for the context of an object. */
    boolean inObject(C context);

    /** The latest name in an object. */
    @Nullable
    String name(C context);

    /** The value an object or array is written for. */
    @Nullable
    Object value(C context);

    /** How many objects and arrays are open; the contexts of trees don't count themselves. */
    default int depth(C context) {
        int depth = 0;
        C at = context;
        while (at != null && !inRoot(at)) {
            depth++;
            at = parent(at);
        }
        return depth;
    }

    /** True if there is an object from here up to, but without, the place where something began. */
    default boolean inObject(@Nullable C context, C base) {
        C at = context;
        while (at != null && at != base) {
            if (inObject(at)) {
                return true;
            }
            at = parent(at);
        }
        return false;
    }
}
