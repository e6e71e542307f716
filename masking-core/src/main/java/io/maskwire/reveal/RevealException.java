package io.maskwire.reveal;

/**
 * An original is not given. Outwardly there is this one error, with one message and no cause, whether the value is no
 * token, was made by another key, in another domain or for another tenant, whether the caller lacks the grant or asks too
 * often, or whether the attempt could not be recorded. The audit record says which.
 */
public final class RevealException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RevealException() {
        super("The original is not revealed; the audit record says why", null, false, true);
    }
}
