package io.maskwire.networkpolicy.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import io.maskwire.declaration.Transport;
import io.maskwire.networkpolicy.Finding;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredConnectionsTest {

    private static final String ORDERS = """
            service: {name: orders, namespace: shop}
            calls:
              db: {to: orders-db, port: pg, over: jdbc, carries: []}
              payments: {to: pay/payments, port: https}
            external:
              mail: {host: smtp.mail.example, port: 587, over: smtp, carries: []}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders-db",
                "orders-db.shop",
                "orders-db.shop.svc",
                "orders-db.shop.svc.cluster.local",
                "Orders-DB.shop.svc.cluster.local.",
                "localhost",
                "127.0.0.1"
            })
    void aServiceIsKnownByEachOfItsNames(String host) {
        assertThat(findings(ORDERS, connection(Transport.JDBC, host, 5432))).isEmpty();
    }

    @Test
    void aHostOutsideIsKnownByItsNameAndPort() {
        assertThat(findings(ORDERS, connection(Transport.SMTP, "smtp.mail.example", 587)))
                .isEmpty();
        assertThat(findings(ORDERS, connection(Transport.SMTP, "smtp.mail.example", 25)))
                .containsExactly("ERROR maskwire.yml:1:1: spring.some.url connects to smtp.mail.example:25 over smtp,"
                        + " which no edge of shop/orders declares; add a call to the service, or external: {NAME: {host:"
                        + " HOST, port: NUMBER}} [undeclared-connection]");
    }

    @Test
    void aServiceOfAnotherNamespaceNeedsItsNamespace() {
        assertThat(findings(ORDERS, connection(Transport.HTTP, "payments.pay", 443)))
                .isEmpty();
        assertThat(findings(ORDERS, connection(Transport.HTTP, "payments", 443)))
                .singleElement()
                .asString()
                .contains("connects to payments:443 over http", "[undeclared-connection]");
    }

    @Test
    void anotherTransportThanDeclaredIsTold() {
        assertThat(findings(ORDERS, connection(Transport.REDIS, "orders-db", 6379)))
                .containsExactly("ERROR maskwire.yml:1:1: spring.some.url speaks redis over calls.db, which is declared"
                        + " over jdbc; write over: redis, and what it carries unless that is http [other-transport]");
    }

    @Test
    void bothCanBeAccepted() {
        String accepting = ORDERS.replace("  db: {", "  db: {accept: [{rule: other-transport, why: moving}], ")
                + "accept: [{rule: undeclared-connection, why: a cache in the own pod}]\n";
        assertThat(findings(
                        accepting,
                        connection(Transport.REDIS, "orders-db", 6379),
                        connection(Transport.REDIS, "cache", 6379)))
                .isEmpty();
    }

    @Test
    void aHostThatCouldBeDataIsNotShown() {
        assertThat(findings(ORDERS, connection(Transport.HTTP, "4111111111111111.example", 443)))
                .singleElement()
                .asString()
                .doesNotContain("4111")
                .contains("connects to ?:443");
    }

    @Test
    void aDeclarationWithoutAServiceIsRefused() {
        Declaration masks = Declarations.read(DeclarationSource.text("maskwire.yml", "unclassified: mask\n"));
        assertThatThrownBy(() -> ConfiguredConnections.check(masks, List.of(), LocalDate.EPOCH))
                .hasMessageContaining("add service to the declaration");
    }

    private static ConfiguredConnection connection(Transport over, String host, int port) {
        return new ConfiguredConnection("spring.some.url", over, host, OptionalInt.of(port));
    }

    private static List<String> findings(String declaration, ConfiguredConnection... connections) {
        return ConfiguredConnections.check(
                        Declarations.read(DeclarationSource.text("maskwire.yml", declaration)),
                        Arrays.asList(connections),
                        LocalDate.of(2026, 11, 23))
                .stream()
                .map(Finding::toString)
                .toList();
    }
}
