package io.maskwire.spi;

/**
 * How an adapter's caller opens the session of a document itself, for an outlet or a refusal of its own. Adapters take
 * one as a write attribute whose key is {@code SessionOpener.class}. Called once per document; thread-safe.
 */
@FunctionalInterface
public interface SessionOpener {

    /** Opens a session of this engine. */
    MaskingSession open(MaskingEngine engine);
}
