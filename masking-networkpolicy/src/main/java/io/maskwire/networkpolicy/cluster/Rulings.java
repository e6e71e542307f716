package io.maskwire.networkpolicy.cluster;

import io.maskwire.networkpolicy.cluster.PortSpec.NamedPort;
import io.maskwire.networkpolicy.manifest.Direction;
import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import io.maskwire.networkpolicy.manifest.PolicyRule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What policies say of pod classes. Classes that behave alike, since the same policies select them and the same peers
 * mean them, become one group.
 */
final class Rulings {

    private final List<PodClass> classes;
    private final List<NetworkPolicy> policies;
    private final Peers peers;
    private final List<BitSet> selectedBy = new ArrayList<>();
    private final List<Map<Direction, List<Opening>>> openings = new ArrayList<>();
    private final Set<NamedPort> names = new HashSet<>();

    private final int[] groupOf;
    private final List<Integer> representatives = new ArrayList<>();
    private final Map<PeerSet, PeerSet> ofGroups = new HashMap<>();
    private final List<Map<NamedPort, PortSet>> namedPorts = new ArrayList<>();
    private final Map<Direction, List<Side>> sides = new TreeMap<>();

    Rulings(List<PodClass> classes, Collection<NetworkPolicy> policies, ClassIndex index, Peers peers) {
        this.classes = classes;
        this.policies = List.copyOf(policies);
        this.peers = peers;
        this.groupOf = new int[classes.size()];
        this.policies.forEach(policy -> resolve(policy, index));
        group();
        for (Direction direction : Direction.values()) {
            sides.put(direction, sides(direction));
        }
    }

    private void resolve(NetworkPolicy policy, ClassIndex index) {
        BitSet selected = new BitSet(classes.size());
        String namespace = policy.metadata().name().namespace();
        index.select(namespace, policy.podSelector(), found -> {
            // What a policy means for pods on the node's network is not defined.
            if (!classes.get(found).hostNetwork()) {
                selected.set(found);
            }
        });
        selectedBy.add(selected);
        openings.add(Map.of(
                Direction.INGRESS,
                openings(policy, Direction.INGRESS),
                Direction.EGRESS,
                openings(policy, Direction.EGRESS)));
    }

    private List<Opening> openings(NetworkPolicy policy, Direction direction) {
        List<Opening> found = new ArrayList<>();
        List<PolicyRule> rules = policy.rules(direction);
        for (int i = 0; i < rules.size(); i++) {
            PolicyRule rule = rules.get(i);
            PortSpec ports = PortSpec.of(rule);
            names.addAll(ports.names());
            for (PeerSet peer : peers.of(policy.metadata().name().namespace(), rule)) {
                found.add(new Opening(policy, i, rule, peer, ports));
            }
        }
        return found;
    }

    private void group() {
        List<List<Integer>> marks = new ArrayList<>();
        classes.forEach(any -> marks.add(new ArrayList<>()));
        int mark = 0;
        for (BitSet selected : selectedBy) {
            int number = mark++;
            selected.stream().forEach(one -> marks.get(one).add(number));
        }
        for (PeerSet peer : peers.all()) {
            int number = mark++;
            peer.pods().stream().forEach(one -> marks.get(one).add(number));
        }
        Map<List<Object>, Integer> groups = new HashMap<>();
        for (int i = 0; i < classes.size(); i++) {
            PodClass one = classes.get(i);
            Map<NamedPort, PortSet> named = new HashMap<>(one.namedPorts());
            named.keySet().retainAll(names);
            int fresh = groups.size();
            groupOf[i] = groups.computeIfAbsent(List.of(marks.get(i), named, one.hostNetwork()), any -> fresh);
            if (groupOf[i] == fresh) {
                representatives.add(i);
                namedPorts.add(Map.copyOf(named));
            }
        }
    }

    private List<Side> sides(Direction direction) {
        List<Side> all = new ArrayList<>();
        for (int i = 0; i < representatives.size(); i++) {
            all.add(new Side(new ArrayList<>(), new ArrayList<>()));
        }
        for (int i = 0; i < policies.size(); i++) {
            NetworkPolicy policy = policies.get(i);
            if (policy.isolates(direction)) {
                List<Opening> opened = Objects.requireNonNull(openings.get(i).get(direction)).stream()
                        .map(this::ofGroups)
                        .toList();
                ofGroups(selectedBy.get(i)).stream().mapToObj(all::get).forEach(side -> {
                    side.selecting().add(policy);
                    side.openings().addAll(opened);
                });
            }
        }
        return all;
    }

    private Opening ofGroups(Opening opening) {
        return new Opening(
                opening.policy(), opening.index(), opening.rule(), ofGroups(opening.peers()), opening.ports());
    }

    private PeerSet ofGroups(PeerSet peer) {
        return ofGroups.computeIfAbsent(peer, any -> new PeerSet(ofGroups(peer.pods()), peer.intervals()));
    }

    private BitSet ofGroups(BitSet some) {
        BitSet groups = new BitSet(representatives.size());
        some.stream().forEach(one -> groups.set(groupOf[one]));
        return groups;
    }

    int groups() {
        return representatives.size();
    }

    int groupOf(int podClass) {
        return groupOf[podClass];
    }

    /** A group's side of a direction. */
    Side side(Direction direction, int group) {
        return Objects.requireNonNull(sides.get(direction)).get(group);
    }

    /** What the names of ports mean on the pods of a group. */
    Map<NamedPort, PortSet> namedPorts(int group) {
        return namedPorts.get(group);
    }

    /** Whether what policies mean for the pods of a group is not defined. */
    boolean isUndefined(int group) {
        return classes.get(representatives.get(group)).hostNetwork();
    }
}
