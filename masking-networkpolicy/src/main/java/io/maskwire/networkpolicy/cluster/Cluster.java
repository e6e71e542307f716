package io.maskwire.networkpolicy.cluster;

import io.maskwire.networkpolicy.cluster.PortSpec.NamedPort;
import io.maskwire.networkpolicy.manifest.Direction;
import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import io.maskwire.networkpolicy.manifest.PolicyPeer;
import io.maskwire.networkpolicy.manifest.PolicyRule;
import io.maskwire.networkpolicy.manifest.ReadNamespace;
import io.maskwire.networkpolicy.manifest.Resources;
import io.maskwire.networkpolicy.manifest.Selector;
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
import java.util.stream.IntStream;

/** Pods, namespaces and policies put together: who is who, and what is open to whom. Immutable once made. */
final class Cluster {

    private final List<Pods> pods;
    private final int[] classOf;
    private final Namespaces namespaces;
    private final AddressSpace space;
    private final List<PodClass> classes;
    private final ClassIndex index;
    private final Rulings rulings;
    private final List<Party> parties;

    private Cluster(
            Collection<ReadNamespace> read,
            Collection<NetworkPolicy> policies,
            List<Pods> pods,
            AddressSpace space,
            AddressBlocks blocks) {
        this.pods = List.copyOf(pods);
        this.namespaces = new Namespaces(read, mentioned(policies, pods));
        this.space = space;
        this.classOf = new int[pods.size()];
        this.classes = classify();
        this.index = new ClassIndex(classes);
        Peers peers = new Peers(classes, index, namespaces, space, blocks);
        this.rulings = new Rulings(classes, policies, index, peers);
        this.parties = new Parties(this.pods, this::groupOf, rulings.groups()).all();
    }

    /** What manifests tell, and nothing else. */
    static Cluster of(Resources resources, AddressBlocks blocks) {
        return of(resources, List.of(), space(List.of(resources)), blocks);
    }

    /**
     * What manifests tell, and pods that are assumed to exist.
     *
     * @param space the address space, cut at least at the borders of the blocks that these policies name
     */
    static Cluster of(Resources resources, List<Pods> assumed, AddressSpace space, AddressBlocks blocks) {
        List<Pods> pods = new ArrayList<>(Inventory.of(resources.workloads()));
        pods.addAll(assumed);
        return new Cluster(resources.namespaces(), resources.policies(), pods, space, blocks);
    }

    /** The address space of manifests that are judged together. */
    static AddressSpace space(Collection<Resources> all) {
        List<NetworkPolicy> policies = new ArrayList<>();
        all.forEach(resources -> policies.addAll(resources.policies()));
        return AddressSpace.of(addressBlocks(policies));
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
        Map<PodClass, Integer> found = new LinkedHashMap<>();
        for (int i = 0; i < pods.size(); i++) {
            Pods some = pods.get(i);
            BitSet intervals = new BitSet();
            some.addresses().forEach(address -> intervals.set(space.of(address)));
            PodClass own = new PodClass(
                    some.name().namespace(), some.labels(), named(some.ports()), some.hostNetwork(), intervals);
            int fresh = found.size();
            classOf[i] = found.computeIfAbsent(own, any -> fresh);
        }
        return List.copyOf(found.keySet());
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

    PodClass classOf(int pods) {
        return classes.get(classOf[pods]);
    }

    /** The numbers of the pods that a selector selects in a namespace. */
    List<Integer> select(String namespace, Selector selector) {
        BitSet selected = new BitSet(classes.size());
        index.select(namespace, selector, selected::set);
        return IntStream.range(0, pods.size())
                .filter(i -> selected.get(classOf[i]))
                .boxed()
                .toList();
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
