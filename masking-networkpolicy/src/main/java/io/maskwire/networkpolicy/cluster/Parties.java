package io.maskwire.networkpolicy.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/** Names the groups of pods by their workloads; a workload whose pods differ is named pod by pod. */
final class Parties {

    private final List<Pods> pods;
    private final IntUnaryOperator groupOf;
    private final int groups;

    Parties(List<Pods> pods, IntUnaryOperator groupOf, int groups) {
        this.pods = pods;
        this.groupOf = groupOf;
        this.groups = groups;
    }

    /** One party a group. */
    List<Party> all() {
        Map<String, Set<Integer>> groupsOf = new HashMap<>();
        for (int i = 0; i < pods.size(); i++) {
            groupsOf.computeIfAbsent(pods.get(i).node(), any -> new HashSet<>()).add(groupOf.applyAsInt(i));
        }
        List<SortedSet<String>> names = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            names.add(new TreeSet<>());
        }
        for (int i = 0; i < pods.size(); i++) {
            boolean whole = groupsOf.getOrDefault(pods.get(i).node(), Set.of()).size() == 1;
            names.get(groupOf.applyAsInt(i))
                    .add(whole ? pods.get(i).node() : pods.get(i).object());
        }
        return names.stream()
                .map(some -> new Party(Party.Kind.PODS, List.copyOf(some)))
                .toList();
    }
}
