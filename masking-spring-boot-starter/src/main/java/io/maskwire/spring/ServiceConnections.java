package io.maskwire.spring;

import io.maskwire.declaration.ConfiguredConnection;
import io.maskwire.declaration.ConnectionComparison;
import io.maskwire.declaration.ConnectionComparison.Mismatch;
import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Service;
import io.maskwire.declaration.Transport;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Compares what this application is configured to connect to with the edges of its declaration.
 *
 * <p><b>Gives:</b> the connections that no edge declares, and those that speak something else than their edge says: of
 * Spring Boot's {@code ConnectionDetails} (databases, brokers, caches, collectors), groups of HTTP service clients, issuers
 * of tokens, mail and configuration servers. A network policy would cut an undeclared one, and nobody knows what it
 * carries. Names properties, beans, hosts and ports; no user, password, path or option of a URL.
 *
 * <p><b>Doesn't give:</b> connections that code makes by itself, and hosts a library learns from the first one it asks.
 * What leads to this machine is no edge. What may be a platform peer or a broker of topics can't be told, as only the fleet
 * knows where those are; nor can a {@code ConnectionDetails} that isn't Spring Boot's.
 *
 * <p>Connects to nothing, and reads beans and properties anew each time. Safe for use by many threads.
 */
public final class ServiceConnections {

    private final Declaration declaration;
    private final Supplier<SpringConnections> configured;
    private final Set<Authority> addresses;

    /**
     * Keeps what to compare.
     *
     * @param configured reads what the application is configured to connect to
     * @param addresses where HTTP edges are configured to be, beside their names
     */
    ServiceConnections(Declaration declaration, Supplier<SpringConnections> configured, Set<Authority> addresses) {
        this.declaration = declaration;
        this.configured = configured;
        this.addresses = Set.copyOf(addresses);
    }

    /**
     * What was compared.
     *
     * @param service whose edges
     * @param mismatches what doesn't fit
     * @param notCompared what nothing can be said about, each with the reason
     */
    record Compared(Service service, List<Mismatch> mismatches, List<String> notCompared) {}

    /** Compares; nothing if the declaration is about no service. */
    Optional<Compared> compare() {
        return declaration.service().map(this::compare);
    }

    private Compared compare(Service service) {
        SpringConnections found = configured.get();
        List<ConfiguredConnection> connections = found.connections().stream()
                .filter(connection -> !isAddressOfAnEdge(connection))
                .toList();
        ConnectionComparison comparison =
                ConnectionComparison.of(declaration, connections, LocalDate.now(ZoneOffset.UTC));
        List<String> notCompared = new ArrayList<>(found.unread());
        comparison
                .unknown()
                .forEach(unknown -> notCompared.add(
                        unknown.toText() + " (it may be a platform peer or a broker, which only the fleet knows)"));
        return new Compared(service, comparison.mismatches(), notCompared);
    }

    private boolean isAddressOfAnEdge(ConfiguredConnection connection) {
        return connection.over() == Transport.HTTP
                && addresses.stream()
                        .anyMatch(address -> address.host().equals(connection.host())
                                && connection.port().equals(OptionalInt.of(address.port())));
    }

    /**
     * What no edge declares, or declares otherwise, and isn't accepted today (by UTC): one line each, with the property or
     * bean, the host and port, and what to add to the declaration.
     *
     * @throws IllegalStateException if the declaration is about no service
     */
    public List<String> undeclared() {
        return compare().orElseThrow(() -> new IllegalStateException(noService())).mismatches().stream()
                .map(Mismatch::toString)
                .toList();
    }

    /**
     * Holds if {@link #undeclared} is empty: for a test of the application, with the properties it has in production.
     *
     * <pre>{@code
     * @SpringBootTest
     * @ActiveProfiles("prod")
     * class ConnectionsTest {
     *     @Test
     *     void everyConnectionIsDeclared(@Autowired ServiceConnections connections) {
     *         connections.assertDeclared();
     *     }
     * }
     * }</pre>
     *
     * @throws AssertionError with all lines, and with what couldn't be compared; or if the declaration is about no service
     */
    public void assertDeclared() {
        Compared compared = compare().orElseThrow(() -> new AssertionError(noService()));
        if (!compared.mismatches().isEmpty()) {
            throw new AssertionError(text(compared));
        }
    }

    private String text(Compared compared) {
        StringBuilder text = new StringBuilder("The declaration doesn't fit what the application connects to:");
        compared.mismatches().forEach(mismatch -> text.append("\n  ").append(mismatch));
        if (!compared.notCompared().isEmpty()) {
            text.append("\nNot compared:");
            compared.notCompared().forEach(line -> text.append("\n  ").append(line));
        }
        return text.toString();
    }

    private static String noService() {
        return "The declaration is about no service, so it has no edges to compare connections with; add service: {name:"
                + " NAME, namespace: NAMESPACE}";
    }
}
