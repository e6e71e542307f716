package io.maskwire.declaration;

/** In which directions a service's policy isolates its pods. */
public enum Enforce {
    BOTH,
    INGRESS,
    EGRESS,
    NONE;

    /** Whether connections to the pods are limited to the declared ones. */
    public boolean ingress() {
        return this == BOTH || this == INGRESS;
    }

    /** Whether connections from the pods are limited to the declared ones. */
    public boolean egress() {
        return this == BOTH || this == EGRESS;
    }
}
