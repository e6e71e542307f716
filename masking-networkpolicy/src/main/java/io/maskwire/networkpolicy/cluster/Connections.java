package io.maskwire.networkpolicy.cluster;

import io.maskwire.networkpolicy.manifest.Direction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Walks over everything that is open in a cluster, group by group, and only over that. */
final class Connections {

    private final Cluster cluster;
    private final Comparator<Integer> byName;
    private final List<Integer> order;
    /** The groups that are open to everybody in ingress, and for every group those that name it as a peer. */
    private final BitSet openToAll = new BitSet();

    private final List<BitSet> namedBy = new ArrayList<>();
    private final int[] sizes;

    Connections(Cluster cluster) {
        this.cluster = cluster;
        this.byName = Comparator.comparing(group -> cluster.party(group).names().get(0));
        this.order = IntStream.range(0, cluster.groups())
                .filter(group -> !cluster.isUndefined(group))
                .boxed()
                .sorted(byName)
                .toList();
        this.sizes = new int[cluster.groups()];
        for (int i = 0; i < cluster.pods().size(); i++) {
            // What stands for any number of pods counts as two: its pods can connect to each other.
            sizes[cluster.groupOf(i)] += cluster.pods().get(i).single() ? 1 : 2;
        }
        for (int i = 0; i < cluster.groups(); i++) {
            namedBy.add(new BitSet());
        }
        for (int group : order) {
            Side ingress = cluster.side(Direction.INGRESS, group);
            openToAll.set(group, !ingress.isIsolated());
            ingress.peers().stream().forEach(peer -> namedBy.get(peer).set(group));
        }
    }

    /** The groups in the order of their names, without those of which nothing can be said. */
    List<Integer> order() {
        return order;
    }

    /** What is open from a group, by the receiving group in the order of names. */
    SortedMap<Integer, PortSet> row(int from) {
        SortedMap<Integer, PortSet> row = new TreeMap<>(byName);
        candidates(from).stream().filter(to -> !cluster.isUndefined(to)).forEach(to -> {
            PortSet ports = to == from && sizes[from] == 1 ? PortSet.NONE : cluster.ports(from, to);
            if (!ports.isEmpty()) {
                row.put(to, ports);
            }
        });
        return row;
    }

    private BitSet candidates(int from) {
        Side egress = cluster.side(Direction.EGRESS, from);
        if (egress.isIsolated()) {
            return egress.peers();
        }
        BitSet candidates = (BitSet) openToAll.clone();
        candidates.or(namedBy.get(from));
        return candidates;
    }

    /** What is open from a group to addresses outside, by the ports. */
    Map<PortSet, BitSet> toOutside(int from) {
        Side egress = cluster.side(Direction.EGRESS, from);
        return byPorts(egress, interval -> cluster.portsOutside(from, interval));
    }

    /** What is open from addresses outside to a group, by the ports. */
    Map<PortSet, BitSet> fromOutside(int to) {
        Side ingress = cluster.side(Direction.INGRESS, to);
        return byPorts(ingress, interval -> cluster.portsFromOutside(interval, to));
    }

    private Map<PortSet, BitSet> byPorts(Side side, IntFunction<PortSet> portsOf) {
        BitSet intervals = side.intervals();
        if (!side.isIsolated()) {
            intervals.set(0, cluster.space().size());
        }
        Map<PortSet, BitSet> byPorts = new LinkedHashMap<>();
        intervals.stream().forEach(interval -> {
            PortSet ports = portsOf.apply(interval);
            if (!ports.isEmpty()) {
                byPorts.computeIfAbsent(ports, any -> new BitSet()).set(interval);
            }
        });
        return byPorts;
    }

    /** Tells every connection: between pods and to the outside by sender, then from the outside by receiver. */
    void forEach(Consumer<Connection> found) {
        for (int from : order) {
            row(from)
                    .forEach(
                            (to, ports) -> found.accept(new Connection(cluster.party(from), cluster.party(to), ports)));
            toOutside(from)
                    .forEach((ports, intervals) ->
                            found.accept(new Connection(cluster.party(from), outside(intervals), ports)));
        }
        for (int to : order) {
            fromOutside(to)
                    .forEach((ports, intervals) ->
                            found.accept(new Connection(outside(intervals), cluster.party(to), ports)));
        }
    }

    Party outside(BitSet intervals) {
        return new Party(Party.Kind.OUTSIDE, cluster.space().texts(intervals));
    }
}
