package io.maskwire.policy;

import java.util.stream.Stream;

/** Ties masks to the data class they stand for, so that equal masks give equal results. */
final class BoundMasks {

    private BoundMasks() {}

    /** The mask with the data class's name as the domain of every keyed mask that has none. */
    static Mask inClass(Mask mask, String dataClass) {
        if (mask instanceof KeyedMask keyed) {
            return keyed.inClass(dataClass);
        }
        if (mask instanceof ThenMask then) {
            return new ThenMask(inClass(then.first(), dataClass), inClass(then.second(), dataClass));
        }
        return mask;
    }

    /** The mask for a place without a data class. */
    static Mask withoutClass(Mask mask) {
        if (mask instanceof KeyedMask keyed && !keyed.hasDomain()) {
            throw new IllegalArgumentException(mask
                    + " on a field without a data class needs a domain of its own; name it or give the field a class");
        }
        if (mask instanceof ThenMask then) {
            withoutClass(then.first());
            withoutClass(then.second());
        }
        return mask;
    }

    static boolean isKeyed(Mask mask) {
        return keyed(mask).findAny().isPresent();
    }

    /** The masks in a mask that need a key. */
    static Stream<KeyedMask> keyed(Mask mask) {
        if (mask instanceof ThenMask then) {
            return Stream.concat(keyed(then.first()), keyed(then.second()));
        }
        if (mask instanceof NamedMask named) {
            return keyed(named.mask());
        }
        return mask instanceof KeyedMask keyed ? Stream.of(keyed) : Stream.empty();
    }

    /** What a mask needs keys for. */
    static Stream<KeyUse> uses(Mask mask) {
        return keyed(mask).map(KeyedMask::use);
    }

    /** The domains of what a mask makes and reveal turns back. */
    static Stream<String> revealableDomains(Mask mask) {
        return uses(mask).filter(KeyUse::isRevealable).map(KeyUse::domain);
    }

    /** True if something of the original can be seen. */
    static boolean showsAPart(Mask mask) {
        if (mask instanceof RedactMask redact) {
            return redact.showsAPart();
        }
        return mask instanceof TruncateIpMask || mask instanceof TruncateDateMask || mask instanceof BucketMask;
    }
}
