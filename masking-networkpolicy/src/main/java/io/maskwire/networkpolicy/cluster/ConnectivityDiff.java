package io.maskwire.networkpolicy.cluster;

import io.maskwire.networkpolicy.manifest.Resources;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What opens and what closes between two states of manifests, by meaning: how policies are written, named and split
 * makes no difference.
 *
 * @param opened connections the new manifests open
 * @param closed connections the new manifests close
 * @param unchanged how many pairs of workloads, or of a workload and addresses outside, keep a connection
 * @param added workloads that only the new manifests have
 * @param removed workloads that only the old manifests have
 */
public record ConnectivityDiff(
        List<Connection> opened,
        List<Connection> closed,
        long unchanged,
        SortedSet<String> added,
        SortedSet<String> removed) {

    /** Copies what it is given. */
    public ConnectivityDiff {
        opened = List.copyOf(opened);
        closed = List.copyOf(closed);
        added = Collections.unmodifiableSortedSet(new TreeSet<>(added));
        removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
    }

    /** Compares two states of manifests. */
    public static ConnectivityDiff of(Resources before, Resources after, AddressBlocks blocks) {
        List<Resources> both = List.of(before, after);
        AddressSpace space = Cluster.space(both);
        List<Pods> assumed = Assumptions.of(both);
        return new Comparing(Cluster.of(before, assumed, space, blocks), Cluster.of(after, assumed, space, blocks))
                .diff();
    }

    /** Whether the same connections are open. */
    public boolean isSame() {
        return opened.isEmpty() && closed.isEmpty();
    }

    /** The groups that a workload is in, before and after; negative where it doesn't exist. */
    private record Joint(int before, int after) {}

    private static final class Comparing {

        private final Cluster before;
        private final Cluster after;
        private final Connections connectionsBefore;
        private final Connections connectionsAfter;
        private final SortedMap<String, Joint> byName = new TreeMap<>();
        private final Map<Joint, Party> parties = new HashMap<>();
        private final Map<Integer, List<Joint>> ofBefore = new HashMap<>();
        private final Map<Integer, List<Joint>> ofAfter = new HashMap<>();
        private final List<Connection> opened = new ArrayList<>();
        private final List<Connection> closed = new ArrayList<>();
        private long unchanged;

        Comparing(Cluster before, Cluster after) {
            this.before = before;
            this.after = after;
            this.connectionsBefore = new Connections(before);
            this.connectionsAfter = new Connections(after);
            join();
        }

        private void join() {
            for (int group : connectionsBefore.order()) {
                before.party(group).names().forEach(name -> byName.put(name, new Joint(group, -1)));
            }
            for (int group : connectionsAfter.order()) {
                after.party(group)
                        .names()
                        .forEach(name ->
                                byName.merge(name, new Joint(-1, group), (old, any) -> new Joint(old.before(), group)));
            }
            Map<Joint, List<String>> names = new HashMap<>();
            byName.forEach((name, joint) ->
                    names.computeIfAbsent(joint, any -> new ArrayList<>()).add(name));
            names.forEach((joint, some) -> {
                parties.put(joint, new Party(Party.Kind.PODS, some));
                ofBefore.computeIfAbsent(joint.before(), any -> new ArrayList<>())
                        .add(joint);
                ofAfter.computeIfAbsent(joint.after(), any -> new ArrayList<>()).add(joint);
            });
        }

        ConnectivityDiff diff() {
            List<Joint> joints = byName.values().stream().distinct().toList();
            joints.forEach(this::compare);
            joints.forEach(this::compareFromOutside);
            return new ConnectivityDiff(opened, closed, unchanged, names(byName, true), names(byName, false));
        }

        private static SortedSet<String> names(SortedMap<String, Joint> all, boolean added) {
            SortedSet<String> names = new TreeSet<>();
            all.forEach((name, joint) -> {
                if ((added ? joint.before() : joint.after()) < 0) {
                    names.add(name);
                }
            });
            return names;
        }

        private Party party(Joint joint) {
            return parties.getOrDefault(joint, new Party(Party.Kind.PODS, List.of()));
        }

        private void compare(Joint from) {
            Map<Integer, PortSet> old = from.before() < 0 ? Map.of() : connectionsBefore.row(from.before());
            Map<Integer, PortSet> now = from.after() < 0 ? Map.of() : connectionsAfter.row(from.after());
            SortedMap<String, Joint> receivers = new TreeMap<>();
            receivers(old.keySet(), ofBefore, receivers);
            receivers(now.keySet(), ofAfter, receivers);
            receivers
                    .values()
                    .forEach(to -> compare(party(from), party(to), in(old, to.before()), in(now, to.after())));
            outside(
                    from.before() < 0 ? Map.of() : connectionsBefore.toOutside(from.before()),
                    from.after() < 0 ? Map.of() : connectionsAfter.toOutside(from.after()),
                    (addresses, ports) -> new Connection(party(from), addresses, ports));
        }

        private static PortSet in(Map<Integer, PortSet> row, int group) {
            return group < 0 ? PortSet.NONE : row.getOrDefault(group, PortSet.NONE);
        }

        private void receivers(
                Collection<Integer> groups, Map<Integer, List<Joint>> joints, SortedMap<String, Joint> receivers) {
            for (int group : groups) {
                for (Joint joint : joints.getOrDefault(group, List.of())) {
                    receivers.put(party(joint).names().get(0), joint);
                }
            }
        }

        private void compare(Party from, Party to, PortSet old, PortSet now) {
            add(opened, new Connection(from, to, now.minus(old)));
            add(closed, new Connection(from, to, old.minus(now)));
            if (!old.and(now).isEmpty()) {
                unchanged += new Connection(from, to, now).pairs();
            }
        }

        private static void add(List<Connection> some, Connection one) {
            if (!one.ports().isEmpty()) {
                some.add(one);
            }
        }

        private void compareFromOutside(Joint to) {
            outside(
                    to.before() < 0 ? Map.of() : connectionsBefore.fromOutside(to.before()),
                    to.after() < 0 ? Map.of() : connectionsAfter.fromOutside(to.after()),
                    (addresses, ports) -> new Connection(addresses, party(to), ports));
        }

        private interface Made {

            Connection of(Party addresses, PortSet ports);
        }

        private void outside(Map<PortSet, BitSet> old, Map<PortSet, BitSet> now, Made made) {
            Map<PortSet, BitSet> openedBy = new LinkedHashMap<>();
            Map<PortSet, BitSet> closedBy = new LinkedHashMap<>();
            BitSet kept = new BitSet();
            Map<Integer, PortSet> oldPorts = byInterval(old);
            Map<Integer, PortSet> newPorts = byInterval(now);
            TreeSet<Integer> intervals = new TreeSet<>(oldPorts.keySet());
            intervals.addAll(newPorts.keySet());
            for (int interval : intervals) {
                PortSet was = oldPorts.getOrDefault(interval, PortSet.NONE);
                PortSet is = newPorts.getOrDefault(interval, PortSet.NONE);
                openedBy.computeIfAbsent(is.minus(was), any -> new BitSet()).set(interval);
                closedBy.computeIfAbsent(was.minus(is), any -> new BitSet()).set(interval);
                kept.set(interval, !was.and(is).isEmpty());
            }
            openedBy.forEach((ports, some) -> add(opened, made.of(connectionsAfter.outside(some), ports)));
            closedBy.forEach((ports, some) -> add(closed, made.of(connectionsAfter.outside(some), ports)));
            unchanged += kept.isEmpty()
                    ? 0
                    : made.of(connectionsAfter.outside(kept), PortSet.ALL).pairs();
        }

        private static Map<Integer, PortSet> byInterval(Map<PortSet, BitSet> byPorts) {
            Map<Integer, PortSet> byInterval = new HashMap<>();
            byPorts.forEach(
                    (ports, intervals) -> intervals.stream().forEach(interval -> byInterval.put(interval, ports)));
            return byInterval;
        }
    }
}
