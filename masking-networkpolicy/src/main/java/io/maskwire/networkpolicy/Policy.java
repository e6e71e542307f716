package io.maskwire.networkpolicy;

import io.maskwire.declaration.Enforce;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One NetworkPolicy in both directions.
 *
 * @param about what it is for, one comment line each
 * @param edgeDigest the digest of its edges; empty for a default deny
 * @param enforce in which directions it isolates
 * @param selector the pods it is for; empty: every pod of the namespace
 */
record Policy(
        String name,
        String namespace,
        List<String> about,
        Optional<String> edgeDigest,
        Enforce enforce,
        SortedMap<String, String> selector,
        List<Rule> ingress,
        List<Rule> egress) {

    Policy {
        if (selector.isEmpty() && !(ingress.isEmpty() && egress.isEmpty())) {
            throw new IllegalArgumentException("A policy for every pod of a namespace opens nothing");
        }
        if (!enforce.ingress() && !ingress.isEmpty() || !enforce.egress() && !egress.isEmpty()) {
            throw new IllegalArgumentException("A rule in a direction that isn't enforced opens nothing");
        }
    }
}
