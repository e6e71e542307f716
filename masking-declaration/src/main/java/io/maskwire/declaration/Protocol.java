package io.maskwire.declaration;

/** The transport protocols a NetworkPolicy knows. */
public enum Protocol {
    TCP,
    UDP,
    SCTP
}
