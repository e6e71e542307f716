package io.maskwire.spring;

/**
 * Something with a classified value was about to leave this service by a way that may not carry it; nothing was sent.
 *
 * <p>The message says which way, and what to declare if it is wanted. It holds no value: of an address it names scheme,
 * host and port only.
 */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
