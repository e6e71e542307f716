package io.maskwire.declaration;

import io.maskwire.policy.Grant;
import io.maskwire.policy.Mask;
import java.util.Map;
import java.util.Set;

/**
 * What an audience sees otherwise than the classes say. Clear goes before a mask of the same class.
 *
 * @param clear the classes it sees in clear
 * @param masks other masks, by class
 * @param reveals the classes of which it can have originals back, one by one
 */
record Grants(Set<String> clear, Map<String, Mask> masks, Set<String> reveals) {

    static final Grants NONE = new Grants(Set.of(), Map.of(), Set.of());

    /** The same masks with other classes in clear. */
    Grants withClear(Set<String> classes) {
        return new Grants(classes, masks, reveals);
    }

    void to(Grant grant) {
        reveals.stream().sorted().forEach(grant::reveal);
        clear.stream().sorted().forEach(grant::inClear);
        masks.entrySet().stream()
                .filter(entry -> !clear.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> grant.mask(entry.getKey(), entry.getValue()));
    }
}
