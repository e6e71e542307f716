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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Clear needs somebody known at the other end, and nobody who listens on the way. */
final class Protection {

    private static final Set<String> TLS_WORDS = Set.of("https", "tls", "ssl", "mtls", "grpcs");
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
                "serve it under a name with https or tls in it if it does; else take the classes off the edge"));
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

    private static boolean isTls(ServedPort port) {
        return TLS_PORTS.contains(port.port())
                || port.servicePort().isPresent()
                        && TLS_PORTS.contains(port.servicePort().getAsInt())
                || Arrays.stream(port.name().split("-", -1)).anyMatch(TLS_WORDS::contains);
    }

    private void external(Declaration declaration, External external) {
        if (external.sends().isEmpty() || TLS_PORTS.contains(external.port())) {
            return;
        }
        findings.add(Found.edge(
                FindingRule.CLEAR_WITHOUT_TLS,
                declaration,
                external.edge(),
                external.place(),
                Shown.edge("external", external.name()) + " sends " + Shown.list(external.sends())
                        + " in clear to port " + external.port() + ", which isn't known to speak TLS",
                "use the host's https port, or take the classes off the edge"));
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
