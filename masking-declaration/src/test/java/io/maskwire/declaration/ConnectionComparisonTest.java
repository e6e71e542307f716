package io.maskwire.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.declaration.ConnectionComparison.Kind;
import io.maskwire.declaration.ConnectionComparison.Mismatch;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which configured connections an edge declares, and what is said about the others. */
class ConnectionComparisonTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String ORDERS = """
            service: {name: orders, namespace: shop}
            calls:
              db: {to: orders-db, port: pg, over: jdbc, carries: []}
              payments: {to: pay/payments, port: https}
              kafka: {to: messaging/kafka, port: kafka, over: kafka, carries: []}
              kafka-admin: {to: messaging/kafka, port: http}
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
                "orders-db.shop.svc.prod.internal",
                "Orders-DB.shop.svc.cluster.local.",
                "orders-db-0.orders-db",
                "orders-db-0.orders-db.shop.svc",
                "localhost",
                "127.0.0.1",
                "127.1.2.3",
                "[::1]"
            })
    void aServiceIsKnownByEachOfItsNamesAndTheOwnPodIsNoEdge(String host) {
        assertThat(compare(ORDERS, connection(Transport.JDBC, host, 5432)).mismatches())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "orders-db.pay", "db", "127.0.0.1.example.com", "localhost.example.com", "kafka"})
    void anotherNameIsAnotherService(String host) {
        assertThat(compare(ORDERS, connection(Transport.JDBC, host, 5432)).mismatches())
                .extracting(Mismatch::kind)
                .containsExactly(Kind.UNDECLARED);
    }

    @Test
    void aHostOutsideIsKnownByItsNameAndPort() {
        assertThat(texts(ORDERS, connection(Transport.SMTP, "SMTP.mail.example", 587)))
                .isEmpty();
        assertThat(texts(ORDERS, connection(Transport.SMTP, "smtp.mail.example", 25)))
                .containsExactly("spring.some.url connects to smtp.mail.example:25 over smtp, which no edge of"
                        + " shop/orders declares; add external: {smtp: {host: smtp.mail.example, cidrs: [ITS"
                        + " ADDRESSES], port: 25, over: smtp, carries: [CLASSES]}} [undeclared-connection]");
    }

    @Test
    void aHostOutsideWhosePortIsNotConfiguredIsKnownByItsName() {
        assertThat(texts(
                        ORDERS,
                        new ConfiguredConnection(
                                "spring.mail.host", Transport.SMTP, "smtp.mail.example", OptionalInt.empty())))
                .isEmpty();
    }

    @Test
    void oneServiceMaySpeakDifferentlyOnSeveralPorts() {
        assertThat(texts(
                        ORDERS,
                        connection(Transport.KAFKA, "kafka-0.kafka.messaging", 9092),
                        connection(Transport.HTTP, "kafka.messaging.svc", 8080)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stock                     | 8080 | add calls: {stock: {to: stock, port: PORT}} [
            stock.shop.svc            | 8080 | add calls: {stock: {to: stock, port: PORT}} [
            ledger.pay.svc            | 8080 | add calls: {ledger: {to: pay/ledger, port: PORT}} [
            l-0.ledger.pay.svc        | 8080 | add calls: {ledger: {to: pay/ledger, port: PORT}} [
            a.b.c.d.svc.cluster.local | 8080 | add calls: {NAME: {to: NAMESPACE/NAME, port: PORT}} [
            ledger.pay                | 8080 | port: PORT}} for a service, or external: {ledger: {host: ledger.pay,
            api.rates.example         | 443  | add external: {api: {host: api.rates.example, cidrs: [ITS ADDRESSES], port: 443}} [
            203.0.113.7               | 443  | add calls: {NAME: {to: NAMESPACE/NAME, port: PORT}} for a service, or external: {NAME: {host: HOST,
            """)
    void theLineToAddIsThatOfTheKindOfHost(String host, int port, String line) {
        assertThat(texts(ORDERS, connection(Transport.HTTP, host, port)))
                .singleElement()
                .asString()
                .contains(line);
    }

    @Test
    void theLineForAnotherTransportThanHttpSaysWhatItCarries() {
        assertThat(texts(ORDERS, connection(Transport.REDIS, "cache", 6379)))
                .containsExactly("spring.some.url connects to cache:6379 over redis, which no edge of shop/orders"
                        + " declares; add calls: {cache: {to: cache, port: PORT, over: redis, carries: [CLASSES]}}"
                        + " [undeclared-connection]");
    }

    @Test
    void anotherTransportThanDeclaredIsToldWithItsEdge() {
        assertThat(compare(ORDERS, connection(Transport.REDIS, "orders-db", 6379))
                        .mismatches())
                .containsExactly(new Mismatch(
                        Kind.OTHER_TRANSPORT,
                        "calls.db",
                        "spring.some.url speaks redis over calls.db, which is declared over jdbc",
                        "write over: redis, and what it carries unless that is http"));
    }

    @Test
    void bothCanBeAccepted() {
        String accepting = ORDERS.replace("  db: {", "  db: {accept: [{rule: other-transport, why: moving}], ")
                + "accept: [{rule: undeclared-connection, why: a cache in the own pod}]\n";
        assertThat(texts(
                        accepting,
                        connection(Transport.REDIS, "orders-db", 6379),
                        connection(Transport.REDIS, "cache", 6379)))
                .isEmpty();
    }

    @Test
    void anAcceptanceHoldsUntilItsDayAndAtItsEdge() {
        String ended = ORDERS + "accept: [{rule: undeclared-connection, why: soon, until: 2026-11-22}]\n";
        String elsewhere = ORDERS.replace("payments: {", "payments: {accept: [{rule: other-transport, why: x}], ");
        assertThat(texts(ended, connection(Transport.REDIS, "cache", 6379))).hasSize(1);
        assertThat(texts(elsewhere, connection(Transport.REDIS, "orders-db", 6379)))
                .hasSize(1);
    }

    @Test
    void oneMismatchIsToldOnce() {
        assertThat(texts(
                        ORDERS,
                        connection(Transport.REDIS, "cache", 6379),
                        connection(Transport.REDIS, "CACHE.", 6379)))
                .hasSize(1);
    }

    @Test
    void aBrokerIsUnknownToWhoeverUsesTopics() {
        String consuming = """
                service: {name: orders, namespace: shop}
                consumes: {shop.stock.v1: {}}
                """;
        ConfiguredConnection broker = connection(Transport.KAFKA, "broker.messaging", 9092);
        ConnectionComparison comparison = compare(consuming, broker, connection(Transport.REDIS, "cache", 6379));

        assertThat(comparison.unknown()).containsExactly(broker);
        assertThat(comparison.mismatches()).hasSize(1);
        assertThat(compare(ORDERS, broker).mismatches()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "collector.observability, true",
        "collector.observability.svc.cluster.local, true",
        "10.0.0.1, true",
        "collector, false",
        "api.rates.example, false"
    })
    void aPlatformPeerIsUnknownToWhoeverUsesOne(String host, boolean isUnknown) {
        String using = """
                service: {name: orders, namespace: shop}
                uses: [traces]
                """;
        ConnectionComparison comparison = compare(using, connection(Transport.OTLP, host, 4317));

        assertThat(comparison.unknown()).hasSize(isUnknown ? 1 : 0);
        assertThat(comparison.mismatches()).hasSize(isUnknown ? 0 : 1);
        assertThat(compare(ORDERS, connection(Transport.OTLP, host, 4317)).mismatches())
                .hasSize(1);
    }

    @Test
    void whatCouldBeDataIsNotShown() {
        ConfiguredConnection odd =
                new ConfiguredConnection("it's Zoë's", Transport.HTTP, "4111111111111111.example", OptionalInt.of(443));
        assertThat(texts(ORDERS, odd))
                .singleElement()
                .asString()
                .startsWith("? connects to ?:443")
                .doesNotContain("4111", "Zoë");
        assertThat(odd.toText()).isEqualTo("? -> ?:443");
    }

    @Test
    void aDeclarationWithoutAServiceIsRefused() {
        Declaration masks = Declarations.read(DeclarationSource.text("maskwire.yml", "unclassified: mask\n"));
        assertThatThrownBy(() -> ConnectionComparison.of(masks, List.of(), TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("add service to the declaration");
    }

    private static ConfiguredConnection connection(Transport over, String host, int port) {
        return new ConfiguredConnection("spring.some.url", over, host, OptionalInt.of(port));
    }

    private static ConnectionComparison compare(String declaration, ConfiguredConnection... connections) {
        return ConnectionComparison.of(
                Declarations.read(DeclarationSource.text("maskwire.yml", declaration)),
                Arrays.asList(connections),
                TODAY);
    }

    private static List<String> texts(String declaration, ConfiguredConnection... connections) {
        return compare(declaration, connections).mismatches().stream()
                .map(Mismatch::toString)
                .toList();
    }
}
