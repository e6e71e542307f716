package io.maskwire.networkpolicy;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One NetworkPolicy in both directions.
 *
 * @param about what it is for, one comment line each
 * @param edgeDigest the digest of its edges; empty for a default deny
 * @param selector the pods it is for; empty: every pod of the namespace
 */
record Policy(
        String name,
        String namespace,
        List<String> about,
        Optional<String> edgeDigest,
        SortedMap<String, String> selector,
        List<Rule> ingress,
        List<Rule> egress) {

    Policy {
        if (selector.isEmpty() && !(ingress.isEmpty() && egress.isEmpty())) {
            throw new IllegalArgumentException("A policy for every pod of a namespace opens nothing");
        }
    }
}
