package io.maskwire.jackson.scope;

/** An attribute of a reader: masked values are read as they are. */
public enum AcceptMasked {
    /** The only value. */
    YES
}
