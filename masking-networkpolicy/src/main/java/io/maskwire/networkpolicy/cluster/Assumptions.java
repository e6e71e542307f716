package io.maskwire.networkpolicy.cluster;

import io.maskwire.networkpolicy.manifest.Direction;
import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import io.maskwire.networkpolicy.manifest.ObjectName;
import io.maskwire.networkpolicy.manifest.PolicyPeer;
import io.maskwire.networkpolicy.manifest.PolicyRule;
import io.maskwire.networkpolicy.manifest.ReadNamespace;
import io.maskwire.networkpolicy.manifest.Resources;
import io.maskwire.networkpolicy.manifest.Selector;
import io.maskwire.networkpolicy.manifest.Selector.Operator;
import io.maskwire.networkpolicy.manifest.Selector.Requirement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Assumes pods where policies speak of some that no manifest has, so that policies alone can be judged: for every
 * selector that selects nothing a pod with its labels and no others, and in a namespace of policies without any
 * workload a pod without labels.
 */
final class Assumptions {

    /** A pod by what is assumed of it. */
    private record Assumed(String namespace, SortedMap<String, String> labels) {

        Pods pods() {
            ObjectName name = new ObjectName(namespace, text(labels));
            return new Pods(name.toString(), name.toString(), name, labels, List.of(), false, List.of(), false, true);
        }

        private static String text(SortedMap<String, String> labels) {
            return labels.entrySet().stream()
                    .map(label -> label.getKey() + "=" + label.getValue())
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }

    /** Pods that a policy speaks of. */
    private record Wanted(String namespace, Selector selector) {}

    private final Set<Wanted> settled = new HashSet<>();
    private final Collection<NetworkPolicy> policies;
    private final Namespaces namespaces;
    private final ClassIndex index;
    private final Set<String> inhabited = new HashSet<>();
    private final Set<Assumed> assumed = new HashSet<>();

    private Assumptions(Collection<Resources> all) {
        List<Pods> pods = new ArrayList<>();
        List<ReadNamespace> read = new ArrayList<>();
        List<NetworkPolicy> every = new ArrayList<>();
        Set<String> mentioned = new TreeSet<>();
        for (Resources resources : all) {
            pods.addAll(Inventory.of(resources.workloads()));
            read.addAll(resources.namespaces());
            every.addAll(resources.policies());
        }
        every.forEach(policy -> mentioned.add(policy.metadata().name().namespace()));
        pods.forEach(some -> inhabited.add(some.name().namespace()));
        mentioned.addAll(inhabited);
        this.policies = every;
        this.namespaces = new Namespaces(read, mentioned);
        this.index = new ClassIndex(pods.stream()
                .map(some -> new PodClass(some.name().namespace(), some.labels(), Map.of(), false, new BitSet()))
                .toList());
    }

    /** The pods that are to be assumed where these manifests are judged, alone or against each other. */
    static List<Pods> of(Collection<Resources> all) {
        Assumptions assumptions = new Assumptions(all);
        assumptions.policies.forEach(assumptions::policy);
        return assumptions.assumed.stream()
                .map(Assumed::pods)
                .sorted(Comparator.comparing(Pods::node))
                .toList();
    }

    private void policy(NetworkPolicy policy) {
        String namespace = policy.metadata().name().namespace();
        if (!inhabited.contains(namespace)) {
            assumed.add(new Assumed(namespace, new TreeMap<>()));
        }
        if (!policy.podSelector().isEmpty()) {
            assume(namespace, policy.podSelector());
        }
        for (Direction direction : Direction.values()) {
            for (PolicyRule rule : policy.rules(direction)) {
                rule.peers().orElse(List.of()).forEach(peer -> peer(namespace, peer));
            }
        }
    }

    private void peer(String namespace, PolicyPeer peer) {
        if (!(peer instanceof PolicyPeer.Pods pods)) {
            return;
        }
        Selector selector = pods.pods().orElseGet(() -> Selector.everything(peer.place()));
        List<String> in = pods.namespaces().map(namespaces::selectedBy).orElse(List.of(namespace));
        if (in.isEmpty()) {
            pods.namespaces()
                    .map(one -> one.matchLabels().get(Namespaces.NAME_LABEL))
                    .ifPresent(name -> assume(name, selector));
        } else if (in.size() == 1) {
            assume(in.get(0), selector);
        } else if (in.stream().noneMatch(one -> selects(one, selector))) {
            assume(in.get(0), selector);
        }
    }

    private void assume(String namespace, Selector selector) {
        if (settled.add(new Wanted(namespace, selector)) && !selects(namespace, selector)) {
            labels(selector).ifPresent(labels -> assumed.add(new Assumed(namespace, labels)));
        }
    }

    private boolean selects(String namespace, Selector selector) {
        boolean[] any = {false};
        index.select(namespace, selector, found -> any[0] = true);
        return any[0];
    }

    /** The fewest labels that a selector selects, if there are any. */
    private static Optional<SortedMap<String, String>> labels(Selector selector) {
        SortedMap<String, String> labels = new TreeMap<>(selector.matchLabels());
        for (Requirement requirement : selector.matchExpressions()) {
            if (requirement.operator() == Operator.IN) {
                labels.putIfAbsent(requirement.key(), new TreeSet<>(requirement.values()).first());
            } else if (requirement.operator() == Operator.EXISTS) {
                labels.putIfAbsent(requirement.key(), "");
            }
        }
        return selector.matches(labels) ? Optional.of(labels) : Optional.empty();
    }
}
