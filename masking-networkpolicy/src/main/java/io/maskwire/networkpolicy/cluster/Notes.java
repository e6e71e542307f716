package io.maskwire.networkpolicy.cluster;

import io.maskwire.networkpolicy.manifest.Direction;
import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import io.maskwire.networkpolicy.manifest.PolicyPeer;
import io.maskwire.networkpolicy.manifest.PolicyRule;
import io.maskwire.networkpolicy.manifest.Resources;
import io.maskwire.networkpolicy.manifest.Selector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says what the answer rests on that no manifest tells. */
final class Notes {

    private static final int MOST_NAMES = 12;

    private final Cluster cluster;
    private final Resources resources;
    private final AddressBlocks blocks;

    Notes(Cluster cluster, Resources resources, AddressBlocks blocks) {
        this.cluster = cluster;
        this.resources = resources;
        this.blocks = blocks;
    }

    List<String> all() {
        List<String> notes = new ArrayList<>();
        add(
                notes,
                "assumed, since policies speak of them and no manifest has them: ",
                nodes(i -> cluster.pods().get(i).assumed()));
        add(
                notes,
                "left out, since on a node's network what policies mean is not defined: ",
                nodes(i -> cluster.isUndefined(cluster.groupOf(i))));
        if (peers().anyMatch(Notes::needsLabels)) {
            add(
                    notes,
                    "selected by their name alone, since no Namespace object tells their labels: ",
                    cluster.namespaces().withoutObject());
        }
        if (peers().anyMatch(PolicyPeer.Addresses.class::isInstance)) {
            notes.add(
                    blocks == AddressBlocks.PODS_TOO
                            ? "an ipBlock is taken to match a pod with a known address in it; some network plugins never do"
                            : "an ipBlock is taken to match no pod; some network plugins do match them");
        }
        return notes;
    }

    private Collection<String> nodes(IntPredicate wanted) {
        TreeSet<String> nodes = new TreeSet<>();
        IntStream.range(0, cluster.pods().size())
                .filter(wanted)
                .forEach(i -> nodes.add(cluster.pods().get(i).node()));
        return nodes;
    }

    private static void add(List<String> notes, String what, Collection<String> names) {
        if (!names.isEmpty()) {
            int more = names.size() - MOST_NAMES;
            notes.add(what
                    + String.join(", ", names.stream().limit(MOST_NAMES).toList())
                    + (more > 0 ? " and " + more + " more" : ""));
        }
    }

    private Stream<PolicyPeer> peers() {
        return resources.policies().stream()
                .flatMap(Notes::rules)
                .flatMap(rule -> rule.peers().orElse(List.of()).stream());
    }

    private static Stream<PolicyRule> rules(NetworkPolicy policy) {
        return Stream.of(Direction.values()).flatMap(direction -> policy.rules(direction).stream());
    }

    private static boolean needsLabels(PolicyPeer peer) {
        return peer instanceof PolicyPeer.Pods pods
                && pods.namespaces().filter(Notes::needsLabels).isPresent();
    }

    private static boolean needsLabels(Selector selector) {
        return Stream.concat(
                        selector.matchLabels().keySet().stream(),
                        selector.matchExpressions().stream().map(Selector.Requirement::key))
                .anyMatch(key -> !key.equals(Namespaces.NAME_LABEL));
    }
}
