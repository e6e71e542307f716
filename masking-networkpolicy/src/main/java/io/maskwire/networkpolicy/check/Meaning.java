package io.maskwire.networkpolicy.check;

import io.maskwire.declaration.Place;
import io.maskwire.networkpolicy.manifest.Direction;
import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import io.maskwire.networkpolicy.manifest.PolicyPort;
import io.maskwire.networkpolicy.manifest.PolicyRule;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a policy does, in whatever words it is written: which pods it is for, in which directions they are isolated, and
 * every pair of peer and port it opens, each with the place of its rule. Not sorted, since that compares long texts.
 */
record Meaning(String pods, Set<Direction> isolates, Map<Opening, Place> openings) {

    static Meaning of(NetworkPolicy policy) {
        return without(policy, Map.of());
    }

    /** The meaning as if some labels stood in none of its selectors. */
    static Meaning without(NetworkPolicy policy, Map<String, String> labels) {
        Set<Direction> isolates = EnumSet.noneOf(Direction.class);
        Map<Opening, Place> openings = new LinkedHashMap<>();
        for (Direction direction : Direction.values()) {
            if (policy.isolates(direction)) {
                isolates.add(direction);
                policy.rules(direction).forEach(rule -> rule(policy, direction, rule, labels, openings));
            }
        }
        return new Meaning(SelectorText.of(policy.podSelector(), labels), isolates, openings);
    }

    /** Whether both do the same; places don't matter. */
    boolean isSame(Meaning other) {
        return pods.equals(other.pods)
                && isolates.equals(other.isolates)
                && openings.keySet().equals(other.openings.keySet());
    }

    private static void rule(
            NetworkPolicy policy,
            Direction direction,
            PolicyRule rule,
            Map<String, String> without,
            Map<Opening, Place> openings) {
        String namespace = policy.metadata().name().namespace();
        List<Peer> peers = rule.isForEverybody()
                ? List.of(new Peer.Everybody())
                : rule.peers().orElseThrow().stream()
                        .map(peer -> Peer.of(peer, namespace, without))
                        .toList();
        List<String> ports = rule.isForEveryPort()
                ? List.of(Opening.ANY_PORT)
                : rule.ports().orElseThrow().stream().map(Meaning::port).toList();
        peers.forEach(
                peer -> ports.forEach(port -> openings.putIfAbsent(new Opening(direction, peer, port), rule.place())));
    }

    private static String port(PolicyPort port) {
        String number = port.port().map(Object::toString).orElse(Opening.ANY_PORT);
        return number + port.endPort().map(end -> "-" + end).orElse("") + "/" + port.protocol();
    }
}
