package io.maskwire.networkpolicy.data;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Declaration.DataClass;
import io.maskwire.declaration.Place;
import io.maskwire.declaration.ServiceName;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.FindingRule;
import io.maskwire.networkpolicy.api.Shown;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Follows each limited class from the services that limit it: whoever gets it in clear, over however many services, must
 * be in the list {@code only}. The shortest path to each trespass is told; what lies behind a trespasser isn't, since
 * settling the first settles the rest.
 */
final class Reach {

    /** A list {@code only} of a class, and the services that have it. */
    private record Limit(String dataClass, SortedSet<String> only) {}

    private final FleetEdges edges;
    private final Map<String, Map<String, List<Flow>>> from = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Flow> told = new HashSet<>();

    private Reach(FleetEdges edges) {
        this.edges = edges;
        for (Flow flow : Flows.of(edges)) {
            from.computeIfAbsent(flow.dataClass(), any -> new HashMap<>())
                    .computeIfAbsent(flow.from(), any -> new ArrayList<>())
                    .add(flow);
        }
    }

    static List<Finding> findings(FleetEdges edges) {
        Reach reach = new Reach(edges);
        Map<String, Map<Limit, Map<String, Place>>> byClass = new TreeMap<>();
        for (Declaration declaration : edges.services().values()) {
            String service = FleetEdges.name(declaration).toString();
            declaration
                    .classes()
                    .forEach((name, declared) -> declared.only()
                            .ifPresent(only -> byClass.computeIfAbsent(name, any -> new HashMap<>())
                                    .computeIfAbsent(new Limit(name, new TreeSet<>(only)), any -> new TreeMap<>())
                                    .put(service, declared.place())));
        }
        byClass.values()
                .forEach(limits -> limits.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(Comparator.comparing(limit -> String.join(",", limit.only()))))
                        .forEach(limit -> reach.follow(limit.getKey(), limit.getValue())));
        return reach.findings;
    }

    /** Goes step by step from all services that have the same limit at once, so that the first path is a shortest. */
    private void follow(Limit limit, Map<String, Place> starts) {
        Map<String, List<Flow>> steps = from.getOrDefault(limit.dataClass(), Map.of());
        Map<String, List<Flow>> paths = new HashMap<>();
        Deque<String> next = new ArrayDeque<>(starts.keySet());
        starts.keySet().forEach(start -> paths.put(start, List.of()));
        while (!next.isEmpty()) {
            String here = next.remove();
            for (Flow flow : steps.getOrDefault(here, List.of())) {
                List<Flow> path = new ArrayList<>(paths.getOrDefault(here, List.of()));
                path.add(flow);
                if (!limit.only().contains(flow.to())) {
                    trespass(
                            limit, Objects.requireNonNull(starts.get(path.get(0).from())), path);
                } else if (!paths.containsKey(flow.to())) {
                    paths.put(flow.to(), path);
                    next.add(flow.to());
                }
            }
        }
    }

    private void trespass(Limit limit, Place place, List<Flow> path) {
        Flow last = path.get(path.size() - 1);
        boolean back = path.size() > 1 && path.get(0).from().equals(last.to());
        if (back || last.consented() && isToldByItsEnds(last) || !told.add(last)) {
            return;
        }
        StringBuilder way = new StringBuilder(path.get(0).from());
        path.forEach(flow -> way.append(" -> ")
                .append(flow.to())
                .append(" (")
                .append(flow.by())
                .append(')'));
        findings.add(new Finding(
                FindingRule.CLASS_REACH,
                last.place(),
                last.about(),
                Shown.name(limit.dataClass()) + " reaches " + Shown.name(last.to()) + " in clear, but it is only for "
                        + Shown.list(limit.only()) + " (" + place + "): " + way,
                "add " + Shown.name(last.to()) + " to only, or take the class off the last edge"));
    }

    /** Whether comparing the two ends of an edge has found it already. */
    private boolean isToldByItsEnds(Flow flow) {
        return limits(flow.from(), flow) || limits(flow.to(), flow);
    }

    private boolean limits(String service, Flow flow) {
        int slash = service.indexOf('/');
        Declaration declaration =
                edges.services().get(new ServiceName(service.substring(0, slash), service.substring(slash + 1)));
        DataClass declared = declaration == null ? null : declaration.classes().get(flow.dataClass());
        return declared != null
                && declared.only().filter(only -> !only.contains(flow.to())).isPresent();
    }
}
