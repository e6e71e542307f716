package io.maskwire.token;

import io.maskwire.key.Purpose;
import io.maskwire.key.SubkeyId;
import io.maskwire.policy.KeyUse;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Which subkeys the keyed functions derive for what a policy does. */
public final class NeededSubkeys {

    private NeededSubkeys() {}

    /** The subkeys for some uses in one tenant. */
    public static Set<SubkeyId> of(Set<KeyUse> uses, String tenant) {
        Set<SubkeyId> needed = new LinkedHashSet<>();
        uses.forEach(use -> of(use, tenant).forEach(needed::add));
        if (uses.stream().anyMatch(KeyUse::isRevealable)) {
            // For the record of each value that is turned back.
            needed.add(new SubkeyId(Purpose.AUDIT, tenant, "", ""));
        }
        return needed;
    }

    private static Stream<SubkeyId> of(KeyUse use, String tenant) {
        if (use instanceof KeyUse.Hash hash) {
            String normalizer = hash.normalizer().optionName();
            return Stream.of(Purpose.HASH, Purpose.TAG)
                    .map(purpose -> new SubkeyId(purpose, tenant, hash.domain(), normalizer));
        }
        if (use instanceof KeyUse.Format format) {
            return Stream.of(new SubkeyId(
                    Purpose.FF1, tenant, format.domain(), format.alphabet().characters()));
        }
        if (use instanceof KeyUse.Shift shift) {
            return Stream.of(new SubkeyId(Purpose.SHIFT, tenant, shift.domain(), Integer.toString(shift.days())));
        }
        return Stream.of(new SubkeyId(Purpose.SIV, tenant, use.domain(), ""));
    }
}
