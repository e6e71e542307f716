package io.maskwire.networkpolicy.data;

import io.maskwire.declaration.Call;
import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.External;
import io.maskwire.declaration.Service;
import io.maskwire.declaration.Transport;
import io.maskwire.networkpolicy.Acceptances;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.Finding.Subject;
import io.maskwire.networkpolicy.FindingRule;
import io.maskwire.networkpolicy.api.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Compares the connections an application is configured to make with the edges its declaration has.
 *
 * <p><b>Gives:</b> a finding for each connection that no edge declares, which a network policy would cut and nobody
 * masks, and for each that speaks something else than its edge says.
 *
 * <p><b>Doesn't give:</b> ports of services, which only the other end declares. A connection to the own pod is no edge.
 */
public final class ConfiguredConnections {

    private static final Set<String> SELF = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final String CLUSTER = ".svc";

    private record Edge(String name, Transport over) {}

    private final Service service;
    private final Map<String, Edge> byHost = new HashMap<>();

    private ConfiguredConnections(Declaration declaration, Service service) {
        this.service = service;
        declaration.calls().values().forEach(this::call);
        declaration.external().values().forEach(this::external);
    }

    /**
     * The findings nobody accepts.
     *
     * @param declaration the application's declaration
     * @param connections what it is configured to connect to
     * @param today the day by which acceptances hold or don't
     * @throws IllegalArgumentException if the declaration is about no service
     */
    public static List<Finding> check(
            Declaration declaration, Collection<ConfiguredConnection> connections, LocalDate today) {
        Service service = declaration
                .service()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Connections are compared with a service's edges; add service to the declaration"));
        ConfiguredConnections check = new ConfiguredConnections(declaration, service);
        List<Finding> found = new ArrayList<>();
        connections.forEach(connection -> check.connection(connection, found));
        return Acceptances.of(List.of(declaration), today).open(found);
    }

    private void call(Call call) {
        Edge edge = new Edge(call.edge(), call.over());
        String name = call.to().name();
        String full = name + "." + call.to().namespace();
        for (String host : List.of(full, full + CLUSTER, full + CLUSTER + ".cluster.local")) {
            byHost.put(host, edge);
        }
        if (call.to().namespace().equals(service.name().namespace())) {
            byHost.put(name, edge);
        }
    }

    private void external(External external) {
        byHost.put(external.host() + ":" + external.port(), new Edge(external.edge(), external.over()));
    }

    private void connection(ConfiguredConnection connection, List<Finding> found) {
        String host = connection.host().toLowerCase(Locale.ROOT);
        if (SELF.contains(host)) {
            return;
        }
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String port = connection.port().isPresent() ? ":" + connection.port().getAsInt() : "";
        Edge edge = byHost.getOrDefault(name, byHost.get(name + port));
        if (edge == null) {
            found.add(undeclared(connection, Shown.name(name) + port));
        } else if (edge.over() != connection.over()) {
            found.add(otherTransport(connection, edge));
        }
    }

    private Finding undeclared(ConfiguredConnection connection, String target) {
        return finding(
                FindingRule.UNDECLARED_CONNECTION,
                "",
                Shown.name(connection.source()) + " connects to " + target + " over "
                        + connection.over().optionName() + ", which no edge of " + service.name() + " declares",
                "add a call to the service, or external: {NAME: {host: HOST, port: NUMBER}}");
    }

    private Finding otherTransport(ConfiguredConnection connection, Edge edge) {
        return finding(
                FindingRule.OTHER_TRANSPORT,
                edge.name(),
                Shown.name(connection.source()) + " speaks "
                        + connection.over().optionName() + " over " + Shown.name(edge.name())
                        + ", which is declared over " + edge.over().optionName(),
                "write over: " + connection.over().optionName() + ", and what it carries unless that is http");
    }

    private Finding finding(FindingRule rule, String edge, String problem, String remedy) {
        return new Finding(rule, service.place(), List.of(new Subject(service.name(), edge)), problem, remedy);
    }
}
