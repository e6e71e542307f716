package io.maskwire.policy;

/** A mask whose result depends on a key and a domain. */
sealed interface KeyedMask extends Mask permits HashMask, TokenizeMask, FormatPreservingMask, ShiftDateMask {

    boolean hasDomain();

    /** What it needs a key for. */
    KeyUse use();

    /** The same mask with the name of the data class as its domain, unless it has one of its own. */
    Mask inClass(String dataClass);

    /** Refuses a domain without a name. */
    static String named(String domain) {
        if (domain.isBlank()) {
            throw new IllegalArgumentException("A domain needs a name; leave it out to use the data class's name");
        }
        return domain;
    }
}
