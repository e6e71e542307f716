package io.maskwire.networkpolicy.data;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.External;
import io.maskwire.declaration.Fleet;
import io.maskwire.declaration.Mesh;
import io.maskwire.declaration.Namespace;
import io.maskwire.declaration.ServedPort;
import io.maskwire.declaration.ServiceName;
import io.maskwire.declaration.Transport;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.FindingRule;
import io.maskwire.networkpolicy.api.Shown;
import io.maskwire.policy.Audience;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Clear needs somebody known at the other end, and nobody who listens on the way. */
final class Protection {

    private static final Set<String> TLS_WORDS = Set.of("https", "tls", "ssl", "mtls", "grpcs");
    private static final Set<String> PLAIN_WORDS = Set.of("http", "h2c", "ws", "grpc", "plain");
    private static final Set<Integer> TLS_PORTS = Set.of(443, 8443, 9443);

    private final List<Finding> findings = new ArrayList<>();

    private final Fleet fleet;

    private Protection(Fleet fleet) {
        this.fleet = fleet;
    }

    static List<Finding> findings(Fleet fleet, FleetEdges edges) {
        Protection protection = new Protection(fleet);
        edges.calls().forEach(protection::call);
        for (Declaration declaration : edges.services().values()) {
            declaration.external().values().forEach(external -> protection.external(declaration, external));
            declaration.serves().values().forEach(port -> protection.identity(declaration, port));
            protection.anonymous(declaration);
        }
        return protection.findings;
    }

    private void call(FleetEdges.Open edge) {
        Set<String> clear = new TreeSet<>(edge.call().sends());
        edge.named().ifPresent(caller -> clear.addAll(caller.gives()));
        if (edge.call().over() != Transport.HTTP || clear.isEmpty() || isTls(edge.port()) || isMeshed(edge)) {
            return;
        }
        findings.add(Found.call(
                FindingRule.CLEAR_WITHOUT_TLS,
                edge,
                Shown.edge("calls", edge.call().name()) + " brings " + Shown.list(clear) + " in clear over "
                        + Shown.name(edge.port().name()) + " of " + edge.to() + " ("
                        + edge.port().place()
                        + "), which isn't known to speak TLS",
                "write tls: true at the port if it does; else take the classes off the edge"));
    }

    /** Whether the environment's mesh encrypts between the two ends. */
    private boolean isMeshed(FleetEdges.Open edge) {
        return fleet.environment().meshTransport()
                && isMeshed(edge.from().namespace())
                && isMeshed(edge.to().namespace());
    }

    private boolean isMeshed(String namespace) {
        Namespace said = fleet.namespaces().get(namespace);
        return said == null || said.mesh().filter(mesh -> mesh == Mesh.NONE).isEmpty();
    }

    /** Whether it is said, or else its name or number leave no doubt: the Service's number says nothing of the pod's. */
    private static boolean isTls(ServedPort port) {
        List<String> words = List.of(port.name().split("-", -1));
        return port.tls()
                .orElseGet(() -> words.stream().anyMatch(TLS_WORDS::contains)
                        || TLS_PORTS.contains(port.port()) && words.stream().noneMatch(PLAIN_WORDS::contains));
    }

    private static boolean isTls(External external) {
        return external.tls().orElseGet(() -> TLS_PORTS.contains(external.port()));
    }

    private void external(Declaration declaration, External external) {
        if (external.sends().isEmpty() || isTls(external)) {
            return;
        }
        findings.add(
                Found.edge(
                        FindingRule.CLEAR_WITHOUT_TLS,
                        declaration,
                        external.edge(),
                        external.place(),
                        Shown.edge("external", external.name()) + " sends " + Shown.list(external.sends())
                                + " in clear to port " + external.port() + ", which isn't known to speak TLS",
                        "use the host's https port, or write tls: true if this one speaks it; else take the classes off the edge"));
    }

    private void anonymous(Declaration declaration) {
        Set<String> classes = new TreeSet<>();
        declaration.policy().inventory().classes().stream()
                .filter(entry -> entry.inClear().contains(Audience.anonymous().toString()))
                .forEach(entry -> classes.add(entry.name()));
        if (!classes.isEmpty()) {
            findings.add(Found.edge(
                    FindingRule.CLEAR_WITHOUT_IDENTITY,
                    declaration,
                    "",
                    FleetEdges.service(declaration).place(),
                    "audiences.anonymous sees " + Shown.list(classes) + " in clear, whoever that is",
                    "grant it to a role, or take it out of clear"));
        }
    }

    private void identity(Declaration declaration, ServedPort port) {
        boolean known = declaration.identity().jwtClaim().isPresent()
                || declaration.identity().spiffe().isPresent();
        Map<ServiceName, Set<String>> given = new TreeMap<>();
        port.callers()
                .ifPresent(callers -> callers.forEach((name, caller) -> {
                    if (!caller.gives().isEmpty()) {
                        given.put(name, caller.gives());
                    }
                }));
        if (known || given.isEmpty()) {
            return;
        }
        Set<String> classes = new TreeSet<>();
        given.values().forEach(classes::addAll);
        findings.add(Found.edge(
                FindingRule.CLEAR_WITHOUT_IDENTITY,
                declaration,
                port.edge(),
                port.place(),
                Shown.edge("serves", port.name()) + " gives " + Shown.list(classes) + " in clear to "
                        + Shown.list(given.keySet().stream()
                                .map(ServiceName::toString)
                                .toList())
                        + ", but nothing says how a caller is known, so nobody will get it",
                "add identity: {jwt-claim: azp}, or spiffe, or take the classes out of gives"));
    }
}
