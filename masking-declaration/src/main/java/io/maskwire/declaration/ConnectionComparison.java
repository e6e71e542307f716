package io.maskwire.declaration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The connections an application is configured to make, compared with the edges its declaration has.
 *
 * <p><b>Gives:</b> what no edge declares, which a network policy would cut and nobody masks, and what speaks something
 * else than its edge says; but for what the declaration accepts.
 *
 * <p><b>Doesn't give:</b> ports of services, which only the other end declares; platform peers and brokers of topics,
 * which only the fleet knows: what may be one of those is neither fine nor a mismatch. A connection to the own pod is no
 * edge.
 *
 * @param mismatches what doesn't fit, each once, in the order of the connections
 * @param unknown what may be a platform peer or a broker that the declaration uses
 */
public record ConnectionComparison(List<Mismatch> mismatches, List<ConfiguredConnection> unknown) {

    private static final Set<String> SELF = Set.of("localhost", "0.0.0.0", "::1", "[::1]");
    private static final Set<Transport> OF_TOPICS = Set.of(Transport.KAFKA, Transport.AMQP);

    /** Copies the lists. */
    public ConnectionComparison {
        mismatches = List.copyOf(mismatches);
        unknown = List.copyOf(unknown);
    }

    /** What doesn't fit about a connection. */
    public enum Kind {
        /** No edge goes there. */
        UNDECLARED("undeclared-connection"),
        /** An edge goes there, over something else. */
        OTHER_TRANSPORT("other-transport");

        private final String rule;

        Kind(String rule) {
            this.rule = rule;
        }

        /** The name by which a declaration accepts it. */
        public String rule() {
            return rule;
        }
    }

    /**
     * A connection that doesn't fit.
     *
     * @param edge the edge it goes over, such as {@code calls.payments}; empty if there is none
     * @param problem what it is, with the setting, the host and the port
     * @param remedy what to add to the declaration, or to change there
     */
    public record Mismatch(Kind kind, String edge, String problem, String remedy) {

        @Override
        public String toString() {
            return problem + "; " + remedy + " [" + kind.rule() + "]";
        }
    }

    /**
     * Compares.
     *
     * @param declaration the application's declaration
     * @param connections what it is configured to connect to
     * @param today the day by which acceptances hold or don't
     * @throws IllegalArgumentException if the declaration is about no service
     */
    public static ConnectionComparison of(
            Declaration declaration, Collection<ConfiguredConnection> connections, LocalDate today) {
        Service service = declaration
                .service()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Connections are compared with a service's edges; add service to the declaration"));
        DeclaredHosts hosts = new DeclaredHosts(declaration, service.name());
        Set<Mismatch> mismatches = new LinkedHashSet<>();
        List<ConfiguredConnection> unknown = new ArrayList<>();
        for (ConfiguredConnection connection : connections) {
            List<DeclaredHosts.Edge> edges = hosts.edges(connection);
            if (isSelf(connection) || edges.stream().anyMatch(edge -> edge.over() == connection.over())) {
                continue;
            }
            if (edges.isEmpty() && mayBeOfTheFleet(connection, declaration, hosts)) {
                unknown.add(connection);
            } else {
                Mismatch found = edges.isEmpty()
                        ? undeclared(connection, service.name(), hosts)
                        : otherTransport(connection, edges.get(0));
                Optional.of(found)
                        .filter(any -> !isAccepted(any, declaration, today))
                        .ifPresent(mismatches::add);
            }
        }
        return new ConnectionComparison(List.copyOf(mismatches), unknown);
    }

    private static boolean isSelf(ConfiguredConnection connection) {
        String host = connection.plainHost();
        return SELF.contains(host) || host.matches("127(\\.[0-9]+){3}");
    }

    private static boolean mayBeOfTheFleet(
            ConfiguredConnection connection, Declaration declaration, DeclaredHosts hosts) {
        boolean topics =
                !declaration.publishes().isEmpty() || !declaration.consumes().isEmpty();
        boolean platform = !declaration.uses().isEmpty();
        return topics && OF_TOPICS.contains(connection.over())
                || platform && hosts.mayBeOfThePlatform(connection.plainHost());
    }

    private static boolean isAccepted(Mismatch found, Declaration declaration, LocalDate today) {
        return declaration.accepts().stream()
                .anyMatch(acceptance -> acceptance.covers(found.kind().rule(), found.edge(), today));
    }

    private static Mismatch undeclared(ConfiguredConnection connection, ServiceName service, DeclaredHosts hosts) {
        return new Mismatch(
                Kind.UNDECLARED,
                "",
                Shown.setting(connection.source()) + " connects to " + connection.target() + " over "
                        + connection.over().optionName() + ", which no edge of " + service + " declares",
                "add " + hosts.lineToAdd(connection));
    }

    private static Mismatch otherTransport(ConfiguredConnection connection, DeclaredHosts.Edge edge) {
        String over = connection.over().optionName();
        return new Mismatch(
                Kind.OTHER_TRANSPORT,
                edge.name(),
                Shown.setting(connection.source()) + " speaks " + over + " over " + Shown.step(edge.name())
                        + ", which is declared over " + edge.over().optionName(),
                "write over: " + over + ", and what it carries unless that is http");
    }
}
