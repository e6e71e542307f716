package io.maskwire.policy;

/** Whether masks are applied. */
public enum Mode {
    /** Nothing is changed or refused; what would be is counted. */
    REPORT,
    /** Masks are applied. */
    ENFORCE
}
