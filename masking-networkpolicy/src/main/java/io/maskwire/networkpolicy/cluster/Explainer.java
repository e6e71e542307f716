package io.maskwire.networkpolicy.cluster;

import io.maskwire.networkpolicy.cluster.Explanation.PolicyAt;
import io.maskwire.networkpolicy.cluster.Explanation.Reason;
import io.maskwire.networkpolicy.cluster.Explanation.RuleAt;
import io.maskwire.networkpolicy.cluster.Explanation.Verdict;
import io.maskwire.networkpolicy.manifest.Direction;
import io.maskwire.networkpolicy.manifest.ReadService;
import io.maskwire.networkpolicy.manifest.Resources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Answers who may connect to whom, and by which rules. */
final class Explainer {

    private final Cluster cluster;
    private final Resources resources;

    Explainer(Cluster cluster, Resources resources) {
        this.cluster = cluster;
        this.resources = resources;
    }

    /** One end of a question: pods, or with a negative number an address. */
    private record End(int pods, int interval, String name) {

        boolean isPods() {
            return pods >= 0;
        }
    }

    List<Explanation> explain(String from, String to, PortSet asked) {
        List<Explanation> answers = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        for (End sender : ends(from)) {
            for (End receiver : ends(to)) {
                boolean anyPods = sender.isPods() || receiver.isPods();
                if (anyPods && told.add(sender.name() + " " + receiver.name())) {
                    answers.add(explain(sender, receiver, asked));
                }
            }
        }
        return answers;
    }

    /** Whether the manifests have such a party. */
    boolean knows(String name) {
        return !ends(name).isEmpty();
    }

    /** Finds the parties it means. */
    Predicate<Party> meant(String name) {
        Optional<Address> address = Address.parse(name);
        if (address.isPresent()) {
            return party -> party.kind() == Party.Kind.OUTSIDE
                    && party.names().stream().anyMatch(range -> AddressSpace.isIn(range, address.get()));
        }
        Set<String> names = new LinkedHashSet<>();
        ends(name).forEach(end -> names.add(end.name()));
        return party -> party.names().stream().anyMatch(names::contains);
    }

    private List<End> ends(String name) {
        Optional<Address> address = Address.parse(name);
        if (address.isPresent()) {
            return List.of(new End(-1, cluster.space().of(address.get()), name));
        }
        List<End> found = pods(some -> some.names().contains(name));
        if (found.isEmpty()) {
            found = pods(some -> some.name().toString().equals(name));
        }
        return found.isEmpty() ? behindService(name) : found;
    }

    private List<End> pods(Predicate<Pods> wanted) {
        List<End> found = new ArrayList<>();
        Set<Integer> groups = new LinkedHashSet<>();
        for (int i = 0; i < cluster.pods().size(); i++) {
            if (wanted.test(cluster.pods().get(i)) && groups.add(cluster.groupOf(i))) {
                found.add(end(i));
            }
        }
        found.sort(Comparator.comparing(End::name));
        return found;
    }

    private End end(int pods) {
        Pods some = cluster.pods().get(pods);
        boolean whole = cluster.party(cluster.groupOf(pods)).names().contains(some.node());
        return new End(pods, -1, whole ? some.node() : some.object());
    }

    private List<End> behindService(String name) {
        List<End> found = new ArrayList<>();
        for (ReadService service : resources.services()) {
            if (service.metadata().name().toString().equals(name)
                    && !service.selector().isEmpty()) {
                new ServiceRoutes(cluster).pods(service).forEach(pods -> found.add(end(pods)));
            }
        }
        return found;
    }

    private Explanation explain(End from, End to, PortSet asked) {
        boolean undefined = isUndefined(from) || isUndefined(to);
        if (undefined) {
            return new Explanation(from.name(), to.name(), Verdict.UNDEFINED, asked, PortSet.NONE, List.of());
        }
        PortSet open = ports(from, to).and(asked);
        Verdict verdict = open.isEmpty() ? Verdict.CLOSED : open.equals(asked) ? Verdict.OPEN : Verdict.PARTLY_OPEN;
        List<Reason> sides = new ArrayList<>();
        if (from.isPods()) {
            sides.add(reason(Direction.EGRESS, from, to, to, asked));
        }
        if (to.isPods()) {
            sides.add(reason(Direction.INGRESS, to, from, to, asked));
        }
        return new Explanation(from.name(), to.name(), verdict, asked, open, sides);
    }

    private boolean isUndefined(End end) {
        return end.isPods() && cluster.isUndefined(cluster.groupOf(end.pods()));
    }

    private PortSet ports(End from, End to) {
        if (!from.isPods()) {
            return cluster.portsFromOutside(from.interval(), cluster.groupOf(to.pods()));
        }
        int sender = cluster.groupOf(from.pods());
        return to.isPods()
                ? cluster.ports(sender, cluster.groupOf(to.pods()))
                : cluster.portsOutside(sender, to.interval());
    }

    private Reason reason(Direction direction, End self, End other, End receiver, PortSet asked) {
        Side side = cluster.side(direction, cluster.groupOf(self.pods()));
        Set<RuleAt> opening = new LinkedHashSet<>();
        for (Opening one : side.openings()) {
            boolean means = other.isPods()
                    ? one.peers().pods().get(cluster.groupOf(other.pods()))
                    : one.peers().intervals().get(other.interval());
            if (means && !ports(one, receiver).and(asked).isEmpty()) {
                opening.add(new RuleAt(
                        one.policy().metadata().name(), one.index(), one.rule().place()));
            }
        }
        List<PolicyAt> isolating = side.selecting().stream()
                .map(policy ->
                        new PolicyAt(policy.metadata().name(), policy.metadata().place()))
                .toList();
        return new Reason(direction, self.name(), isolating, List.copyOf(opening));
    }

    private PortSet ports(Opening opening, End receiver) {
        return receiver.isPods()
                ? opening.ports().on(cluster.classOf(receiver.pods()).namedPorts())
                : opening.ports().outside();
    }
}
