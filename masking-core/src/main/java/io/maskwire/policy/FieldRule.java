package io.maskwire.policy;

/** A path of a policy and what it says about the values there. */
public record FieldRule(FieldPath path, Classification classification) {}
