package io.maskwire.policy;

/**
 * What happens to a masked value that comes back in a request at a classified place. In no case is it stored as a real one.
 */
public enum WriteBack {
    /** The request is refused, with an error that names the place. */
    REFUSE,
    /**
     * The property counts as absent, so that whoever updates an object in place keeps what the caller couldn't see. A
     * value that is masked in parts only is refused.
     */
    DROP,
    /** A token is replaced by its original if the caller may have that; everything else is refused. */
    RESOLVE
}
