package io.maskwire.spi;

import io.maskwire.policy.Classification;

/**
 * The service that sent a document over a declared edge: what the edge doesn't accept in clear, the sender's own
 * declaration masked. That is no value that comes back by mistake, so it is left out instead of refused. Adapters take one
 * as a read attribute whose key is {@code DeclaredSender.class}. For one document and one thread.
 */
public interface DeclaredSender {

    /** True if the edge accepts values of a classification in clear. */
    boolean sendsClear(Classification classification);

    /** True if a property may be left out: false where that would remove what is stored. */
    boolean mayLeaveOut();

    /** A property with values of a classification was left out. */
    void leftOut(Classification classification);
}
