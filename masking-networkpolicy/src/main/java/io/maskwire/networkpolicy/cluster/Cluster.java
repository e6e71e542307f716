package io.maskwire.networkpolicy.cluster;

import io.maskwire.networkpolicy.cluster.PortSpec.NamedPort;
import io.maskwire.networkpolicy.manifest.Direction;
import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import io.maskwire.networkpolicy.manifest.PolicyPeer;
import io.maskwire.networkpolicy.manifest.PolicyRule;
import io.maskwire.networkpolicy.manifest.ReadNamespace;
import io.maskwire.networkpolicy.manifest.Resources;
import io.maskwire.networkpolicy.manifest.Workload.ContainerPort;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pods, namespaces and policies put together: who is who, and what is open to whom. Immutable once made. */
final class Cluster {

    private final List<Pods> pods;
    private final int[] classOf;
    private final Namespaces namespaces;
    private final AddressSpace space;
    private final Rulings rulings;
    private final List<Party> parties;

    private Cluster(
            Collection<ReadNamespace> read, Collection<NetworkPolicy> policies, List<Pods> pods, AddressBlocks blocks) {
        this.pods = List.copyOf(pods);
        this.namespaces = new Namespaces(read, mentioned(policies, pods));
        this.space = AddressSpace.of(addressBlocks(policies));
        this.classOf = new int[pods.size()];
        List<PodClass> classes = classify();
        ClassIndex index = new ClassIndex(classes);
        Peers peers = new Peers(classes, index, namespaces, space, blocks);
        this.rulings = new Rulings(classes, policies, index, peers);
        this.parties = new Parties(this.pods, this::groupOf, rulings.groups()).all();
    }

    /** What manifests tell, and nothing else. */
    static Cluster of(Resources resources, AddressBlocks blocks) {
        return new Cluster(
                resources.namespaces(), resources.policies(), Inventory.of(resources.workloads()), blocks);
    }

    /** What manifests tell, with pods that are assumed to exist. */
    static Cluster of(Resources resources, List<Pods> assumed, AddressBlocks blocks) {
        List<Pods> pods = new ArrayList<>(Inventory.of(resources.workloads()));
        pods.addAll(assumed);
        return new Cluster(resources.namespaces(), resources.policies(), pods, blocks);
    }

    private static Set<String> mentioned(Collection<NetworkPolicy> policies, List<Pods> pods) {
        Set<String> mentioned = new HashSet<>();
        policies.forEach(policy -> mentioned.add(policy.metadata().name().namespace()));
        pods.forEach(some -> mentioned.add(some.name().namespace()));
        return mentioned;
    }

    private static List<PolicyPeer.Addresses> addressBlocks(Collection<NetworkPolicy> policies) {
        List<PolicyPeer.Addresses> blocks = new ArrayList<>();
        for (NetworkPolicy policy : policies) {
            for (Direction direction : Direction.values()) {
                for (PolicyRule rule : policy.rules(direction)) {
                    for (PolicyPeer peer : rule.peers().orElse(List.of())) {
                        if (peer instanceof PolicyPeer.Addresses addresses) {
                            blocks.add(addresses);
                        }
                    }
                }
            }
        }
        return blocks;
    }

    private List<PodClass> classify() {
        Map<PodClass, Integer> classes = new LinkedHashMap<>();
        for (int i = 0; i < pods.size(); i++) {
            Pods some = pods.get(i);
            BitSet intervals = new BitSet();
            some.addresses().forEach(address -> intervals.set(space.of(address)));
            PodClass own = new PodClass(
                    some.name().namespace(),
                    some.labels(),
                    named(some.ports()),
                    some.hostNetwork(),
                    intervals);
            int fresh = classes.size();
            classOf[i] = classes.computeIfAbsent(own, any -> fresh);
        }
        return List.copyOf(classes.keySet());
    }

    /** What names of ports mean; one that several containers use means all of theirs. */
    private static Map<NamedPort, PortSet> named(List<ContainerPort> ports) {
        Map<NamedPort, PortSet> named = new HashMap<>();
        for (ContainerPort port : ports) {
            if (!port.name().isEmpty()) {
                named.merge(
                        new NamedPort(port.name(), port.protocol()),
                        PortSet.of(port.protocol(), port.port(), port.port()),
                        PortSet::plus);
            }
        }
        return named;
    }

    List<Pods> pods() {
        return pods;
    }

    Namespaces namespaces() {
        return namespaces;
    }

    AddressSpace space() {
        return space;
    }

    int groups() {
        return rulings.groups();
    }

    /** The group of some pods. */
    int groupOf(int index) {
        return rulings.groupOf(classOf[index]);
    }

    /** The groups as parties. */
    List<Party> parties() {
        return parties;
    }

    Party party(int group) {
        return parties.get(group);
    }

    boolean isUndefined(int group) {
        return rulings.isUndefined(group);
    }

    Side side(Direction direction, int group) {
        return rulings.side(direction, group);
    }

    /** The ports of one group's pods that are open to another's; between a group and itself, to its other pods. */
    PortSet ports(int from, int to) {
        Map<NamedPort, PortSet> receiver = rulings.namedPorts(to);
        PortSet out = side(Direction.EGRESS, from).toPods(to, receiver);
        return out.isEmpty() ? out : out.and(side(Direction.INGRESS, to).toPods(from, receiver));
    }

    /** The ports of addresses of an interval that are open to a group. */
    PortSet portsOutside(int from, int interval) {
        return side(Direction.EGRESS, from).toOutside(interval, Map.of());
    }

    /** The ports of a group that are open to addresses of an interval. */
    PortSet portsFromOutside(int interval, int to) {
        return side(Direction.INGRESS, to).toOutside(interval, rulings.namedPorts(to));
    }
}
