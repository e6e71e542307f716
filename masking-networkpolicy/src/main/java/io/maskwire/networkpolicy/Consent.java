package io.maskwire.networkpolicy;

import io.maskwire.declaration.Call;
import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Declaration.DataClass;
import io.maskwire.declaration.External;
import io.maskwire.declaration.Fleet;
import io.maskwire.declaration.ServedPort;
import io.maskwire.declaration.ServedPort.Caller;
import io.maskwire.declaration.ServiceName;
import io.maskwire.networkpolicy.Finding.Subject;
import io.maskwire.networkpolicy.api.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares the two signatures of every edge: what the caller declares and what the provider agrees to. */
final class Consent {

    private final Fleet fleet;
    private final Services services;
    private final Map<ServiceName, List<Edge>> edges = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private Consent(Fleet fleet, Services services) {
        this.fleet = fleet;
        this.services = services;
    }

    static Consent of(Fleet fleet, Services services) {
        Consent consent = new Consent(fleet, services);
        services.declarations().forEach(consent::declaration);
        return consent;
    }

    /** The edges both ends agree to, in order. Sorted provider by provider, since a fleet has very many. */
    List<Edge> edges() {
        List<Edge> all = new ArrayList<>();
        for (Declaration provider : services.declarations()) {
            List<Edge> incoming = edges.getOrDefault(Services.service(provider).name(), new ArrayList<>());
            incoming.sort(Edge.ORDER);
            all.addAll(incoming);
        }
        return all;
    }

    /** What the ends don't agree about, in order. */
    List<Finding> findings() {
        return findings.stream().sorted().toList();
    }

    private void declaration(Declaration declaration) {
        ServiceName from = Services.service(declaration).name();
        declaration.calls().values().forEach(call -> call(from, declaration, call));
        declaration.external().values().forEach(external -> external(from, external));
    }

    private void call(ServiceName from, Declaration caller, Call call) {
        Declaration provider = Objects.requireNonNull(services.get(call.to()));
        ServedPort port = Objects.requireNonNull(provider.serves().get(call.port()));
        Optional<Map<ServiceName, Caller>> callers = port.callers();
        if (callers.isPresent() && !callers.get().containsKey(from)) {
            leftOut(from, call, port, callers.get().keySet());
            return;
        }
        if (callers.isEmpty() && fleet.namedConsent()) {
            unnamed(from, call, port);
            return;
        }
        Set<String> gives = callers.map(
                        named -> Objects.requireNonNull(named.get(from)).gives())
                .orElse(Set.of());
        Edge edge = new Edge(from, call, port, gives);
        edges.computeIfAbsent(call.to(), any -> new ArrayList<>()).add(edge);
        sends(edge);
        receives(edge);
        only(edge, caller, provider);
    }

    private void leftOut(ServiceName from, Call call, ServedPort port, Set<ServiceName> named) {
        finding(
                FindingRule.NO_CONSENT,
                from,
                call,
                Shown.edge("calls", call.name()) + " is left out: " + call.to() + " (" + port.place()
                        + ") doesn't name " + from + " among the callers of " + Shown.name(port.name()),
                (named.isEmpty() ? "it names nobody" : "it names " + names(named)) + "; ask its owner to add " + from
                        + " to callers, or remove the call");
    }

    private void unnamed(ServiceName from, Call call, ServedPort port) {
        finding(
                FindingRule.NO_CONSENT,
                from,
                call,
                Shown.edge("calls", call.name()) + " is left out: " + call.to() + " (" + port.place()
                        + ") names no callers of " + Shown.name(port.name()) + ", and the fleet has consent: named",
                "ask its owner to write callers: {" + from + ": {}}");
    }

    private void sends(Edge edge) {
        Set<String> tooMuch = without(edge.call().sends(), edge.port().accepts());
        if (!tooMuch.isEmpty()) {
            finding(
                    FindingRule.SENDS_NOT_ACCEPTED,
                    edge.from(),
                    edge.call(),
                    edgeName(edge) + " sends " + Shown.list(tooMuch) + " in clear, which " + target(edge)
                            + " doesn't accept",
                    "take it out of sends, or ask the owner to add it to accepts");
        }
    }

    private void receives(Edge edge) {
        Set<String> tooMuch = without(edge.call().receives(), edge.gives());
        if (tooMuch.isEmpty()) {
            return;
        }
        boolean unnamed = edge.port().callers().isEmpty();
        finding(
                FindingRule.RECEIVES_NOT_GIVEN,
                edge.from(),
                edge.call(),
                edgeName(edge) + " wants to receive " + Shown.list(tooMuch) + " in clear, which " + target(edge)
                        + (unnamed ? " gives to nobody since it names no callers" : " doesn't give to " + edge.from()),
                "take it out of receives, or ask the owner to write callers: {" + edge.from() + ": {gives: ["
                        + Shown.list(edge.call().receives()) + "]}}");
    }

    /** Either end's file may limit a class; each limit holds. */
    private void only(Edge edge, Declaration caller, Declaration provider) {
        if (edge.call().sends().isEmpty() && edge.gives().isEmpty()) {
            return;
        }
        Stream.of(new Flow(edge.call().sends(), edge.to()), new Flow(edge.gives(), edge.from()))
                .forEach(flow -> new TreeSet<>(flow.classes())
                        .forEach(dataClass -> Stream.of(caller, provider)
                                .flatMap(
                                        end -> Optional.ofNullable(end.classes().get(dataClass)).stream())
                                .filter(limit -> !limit.only()
                                        .orElse(Set.of(flow.receiver()))
                                        .contains(flow.receiver()))
                                .findFirst()
                                .ifPresent(limit -> beyondOnly(edge, dataClass, flow.receiver(), limit))));
    }

    private record Flow(Set<String> classes, String receiver) {

        Flow(Set<String> classes, ServiceName receiver) {
            this(classes, receiver.toString());
        }
    }

    private void beyondOnly(Edge edge, String dataClass, String receiver, DataClass limit) {
        finding(
                FindingRule.CLASS_REACH,
                edge.from(),
                edge.call(),
                edgeName(edge) + " brings " + Shown.name(dataClass) + " in clear to " + receiver
                        + ", but the class is only for "
                        + Shown.list(limit.only().orElse(Set.of())) + " ("
                        + limit.place() + ")",
                "add " + receiver + " to only, or take the class off the edge");
    }

    private void external(ServiceName from, External external) {
        if (external.cidrs().isEmpty() && external.via().isEmpty()) {
            findings.add(new Finding(
                    FindingRule.NO_ADDRESS,
                    external.place(),
                    List.of(new Subject(from, external.edge())),
                    Shown.edge("external", external.name())
                            + " is left out: a NetworkPolicy knows addresses, and it has none",
                    "add cidrs: [ADDRESS/PREFIX], or via: PEER if a proxy is in between"));
        }
    }

    private static String edgeName(Edge edge) {
        return Shown.edge("calls", edge.call().name());
    }

    private static String target(Edge edge) {
        return edge.to() + " (" + edge.port().place() + ")";
    }

    private static String names(Set<ServiceName> names) {
        return Shown.list(names.stream().map(ServiceName::toString).toList());
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        if (some.isEmpty()) {
            return some;
        }
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private void finding(FindingRule rule, ServiceName from, Call call, String problem, String remedy) {
        List<Subject> ends = List.of(new Subject(from, call.edge()), new Subject(call.to(), "serves." + call.port()));
        findings.add(new Finding(rule, call.place(), ends, problem, remedy));
    }
}
