package io.maskwire.policy;

/** A path of a policy and what it says about the values there. */
public record FieldRule(FieldPath path, Classification classification) {

    /** Both rules of one path. */
    public FieldRule and(FieldRule other) {
        return new FieldRule(path, classification.and(other.classification));
    }
}
