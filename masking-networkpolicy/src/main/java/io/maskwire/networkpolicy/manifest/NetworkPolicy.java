package io.maskwire.networkpolicy.manifest;

import java.util.List;
import java.util.Optional;

/**
 * A policy of {@code networking.k8s.io/v1} as it is written: absent and empty parts stay apart.
 *
 * @param podSelector the pods it is for; empty: every pod of its namespace
 * @param policyTypes the types that are written, in their order
 * @param ingress the rules of the field, which may be an empty list, if it is there
 * @param egress the rules of the field, which may be an empty list, if it is there
 */
public record NetworkPolicy(
        Metadata metadata,
        Selector podSelector,
        Optional<List<Direction>> policyTypes,
        Optional<List<PolicyRule>> ingress,
        Optional<List<PolicyRule>> egress) {

    /** Copies what it is given. */
    public NetworkPolicy {
        policyTypes = policyTypes.map(List::copyOf);
        ingress = ingress.map(List::copyOf);
        egress = egress.map(List::copyOf);
    }

    /**
     * Whether the pods it selects are isolated in a direction. Where no type is written they are in ingress, and in
     * egress only if there is an egress rule.
     */
    public boolean isolates(Direction direction) {
        return policyTypes
                .filter(types -> !types.isEmpty())
                .map(types -> types.contains(direction))
                .orElseGet(() ->
                        direction == Direction.INGRESS || !rules(direction).isEmpty());
    }

    /** The rules of a direction, whether or not it is isolated. */
    public List<PolicyRule> rules(Direction direction) {
        return (direction == Direction.INGRESS ? ingress : egress).orElse(List.of());
    }
}
