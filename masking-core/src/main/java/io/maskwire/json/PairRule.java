package io.maskwire.json;

import io.maskwire.policy.FieldPath;

/**
 * Objects that hold a member as a pair.
 *
 * @param path where they are
 * @param name the member that says the name
 * @param value the member that is the value
 */
record PairRule(FieldPath path, String name, String value) {

    PairRule {
        if (FieldPath.fold(name).equals(FieldPath.fold(value))) {
            throw new IllegalArgumentException("A pair needs two members of different names");
        }
    }
}
