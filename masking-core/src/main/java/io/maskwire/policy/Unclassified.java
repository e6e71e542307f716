package io.maskwire.policy;

/** What happens to a value that no rule and no annotation says anything about. */
public enum Unclassified {
    /** It passes as it is. */
    PASS,
    /** It is erased, unless it is exempt; names, nesting and null stay. */
    MASK
}
