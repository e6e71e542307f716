package io.maskwire.policy;

/** What a masked value was in JSON before it was masked; the masked form is always a string. */
public enum ValueKind {
    STRING,
    NUMBER,
    BOOLEAN,
    /** A member name, such as the key of a map. */
    NAME
}
