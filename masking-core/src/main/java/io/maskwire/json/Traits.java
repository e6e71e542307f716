package io.maskwire.json;

import io.maskwire.policy.Classification;
import org.jspecify.annotations.Nullable;

/**
 * What is special about a value besides its classification.
 *
 * @param embedded a string here holds JSON
 * @param pair an object here is a pair of a name and a value
 * @param names what the names of the members of an object here are; null if they are structure, and stay
 * @param role what the value is in the pair around it
 */
record Traits(
        boolean embedded, @Nullable PairRule pair, @Nullable Classification names, Role role) {

    static final Traits NONE = new Traits(false, null, null, Role.NONE);

    static Traits ofRole(Role role) {
        return role == Role.NONE ? NONE : new Traits(false, null, null, role);
    }

    /** What a member is in a pair. */
    enum Role {
        NONE,
        /** It says the name. */
        NAME,
        /** It is the value of that name. */
        VALUE
    }

    /** True if a scalar can't just be passed by. */
    boolean isSpecial() {
        return embedded || role == Role.NAME;
    }

    Traits and(Traits other) {
        return new Traits(
                embedded || other.embedded,
                pair == null ? other.pair : pair,
                Classification.both(names, other.names),
                role);
    }
}
