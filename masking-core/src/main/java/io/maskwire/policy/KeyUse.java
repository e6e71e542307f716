package io.maskwire.policy;

/** What a keyed mask needs a key for; from it follow the subkeys a service has to have. Immutable. */
public sealed interface KeyUse {

    /** The domain values are comparable in. */
    String domain();

    /** Whether such a value can be revealed. */
    default boolean isRevealable() {
        return true;
    }

    /** A keyed hash. */
    record Hash(String domain, Normalizer normalizer) implements KeyUse {

        @Override
        public boolean isRevealable() {
            return false;
        }
    }

    /** A token, and its way back. */
    record Token(String domain) implements KeyUse {}

    /** A value of the same format, and its way back. */
    record Format(String domain, Alphabet alphabet) implements KeyUse {}

    /** A moved date, and its way back. */
    record Shift(String domain, int days) implements KeyUse {

        /** Nobody asks for one: what it is about isn't in the value. */
        @Override
        public boolean isRevealable() {
            return false;
        }
    }
}
