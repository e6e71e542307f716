package io.maskwire.networkpolicy.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.declaration.ConfiguredConnection;
import io.maskwire.declaration.ConnectionComparison;
import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import io.maskwire.declaration.Transport;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.FindingRule;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that don't fit, as findings. */
class ConfiguredConnectionsTest {

    private static final String ORDERS = """
            service: {name: orders, namespace: shop}
            calls:
              db: {to: orders-db, port: pg, over: jdbc, carries: []}
            """;

    @Test
    void whatNoEdgeDeclaresIsAnErrorAboutTheService() {
        assertThat(findings(connection(Transport.REDIS, "cache", 6379)))
                .containsExactly("ERROR maskwire.yml:1:1: spring.some.url connects to cache:6379 over redis, which no"
                        + " edge of shop/orders declares; add calls: {cache: {to: cache, port: PORT, over: redis,"
                        + " carries: [CLASSES]}} [undeclared-connection]");
    }

    @Test
    void anotherTransportIsAnErrorAboutTheEdge() {
        assertThat(findings(connection(Transport.REDIS, "orders-db", 6379)))
                .containsExactly("ERROR maskwire.yml:1:1: spring.some.url speaks redis over calls.db, which is declared"
                        + " over jdbc; write over: redis, and what it carries unless that is http [other-transport]");
    }

    @Test
    void whatIsDeclaredIsNoFinding() {
        assertThat(findings(connection(Transport.JDBC, "orders-db", 5432))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theRuleIsCalledAsItIsAccepted(ConnectionComparison.Kind kind) {
        assertThat(FindingRule.of(kind.rule())).hasValueSatisfying(rule -> {
            assertThat(rule.isAcceptable()).isTrue();
            assertThat(rule.isOfTheApplication()).isTrue();
        });
    }

    private static ConfiguredConnection connection(Transport over, String host, int port) {
        return new ConfiguredConnection("spring.some.url", over, host, OptionalInt.of(port));
    }

    private static List<String> findings(ConfiguredConnection... connections) {
        Declaration declaration = Declarations.read(DeclarationSource.text("maskwire.yml", ORDERS));
        ConnectionComparison comparison =
                ConnectionComparison.of(declaration, Arrays.asList(connections), LocalDate.of(2026, 11, 23));
        return ConfiguredConnections.findings(declaration.service().orElseThrow(), comparison.mismatches()).stream()
                .map(Finding::toString)
                .toList();
    }
}
