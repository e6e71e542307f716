package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgesOfDeclarationTest {

    private static final String CLASSES = """
            service: {name: orders, namespace: shop}
            classes: {pan: {mask: redact, style: pan}}
            """;

    private static Edges edges(String calls, Map<String, List<String>> urls) {
        return new EdgesOfDeclaration(Declarations.read(DeclarationSource.text("maskwire.yml", CLASSES + calls)), urls)
                .edges();
    }

    private static String edge(Edges edges, String uri) {
        return edges.target(URI.create(uri)).edge().map(Edge::name).orElse("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://payments.pay/",
                "https://payments.pay.svc/x",
                "https://payments.pay.svc.cluster.local:443/x",
                "https://PAYMENTS.pay./"
            })
    void aServiceOfAnotherNamespaceHasItsKubernetesNames(String uri) {
        Edges edges = edges("calls: {payments: {to: pay/payments, port: https}}", Map.of());

        assertThat(edge(edges, uri)).isEqualTo("payments");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://payments/",
                "https://payments.shop/",
                "https://payments.pay.evil.example/",
                "https://payments.pay.svc.cluster.local.evil.example/",
                "http://payments.pay/",
                "https://payments.pay:8443/",
                "https://xpayments.pay/"
            })
    void nothingElseIsThatEdge(String uri) {
        Edges edges = edges("calls: {payments: {to: pay/payments, port: https}}", Map.of());

        assertThat(edge(edges, uri)).isEqualTo("none");
    }

    @Test
    void aServiceOfTheOwnNamespaceIsKnownByItsNameAlone() {
        Edges edges = edges("calls: {customers: {to: customers, port: http}}", Map.of());

        assertThat(edge(edges, "http://customers/x")).isEqualTo("customers");
        assertThat(edge(edges, "https://customers/x")).isEqualTo("none");
    }

    @Test
    void configuredAddressesReplaceTheNames() {
        Edges edges = edges(
                "calls: {payments: {to: pay/payments, port: grpc-web}}",
                Map.of("payments", List.of("https://localhost:8443", "https://127.0.0.1:8443/")));

        assertThat(edge(edges, "https://LOCALHOST:8443/x")).isEqualTo("payments");
        assertThat(edge(edges, "https://127.0.0.1:8443/x")).isEqualTo("payments");
        assertThat(edge(edges, "https://payments.pay/x")).isEqualTo("none");
    }

    @Test
    void anOutsideHostIsKnownByHostAndPort() {
        Edges edges = edges("""
                external:
                  mail: {host: mail.example, cidrs: [203.0.113.25/32], port: 443, sends: [pan]}
                  news: {host: news.example, cidrs: [203.0.113.26/32], port: 8080}
                  smtp: {host: mail.example, cidrs: [203.0.113.25/32], port: 587, over: smtp, carries: [pan]}
                """, Map.of());

        assertThat(edge(edges, "https://mail.example/x")).isEqualTo("mail");
        assertThat(edge(edges, "http://mail.example:443/x")).isEqualTo("none");
        assertThat(edge(edges, "http://news.example:8080/x")).isEqualTo("news");
        assertThat(edge(edges, "http://mail.example:587/x")).isEqualTo("none");
    }

    @Test
    void anEdgeWithoutAnAddressStopsTheStart() {
        assertThatThrownBy(() -> edges("calls: {payments: {to: pay/payments, port: web}}", Map.of()))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("maskwire.yml:3:")
                .hasMessageContaining("calls.payments")
                .hasMessageContaining("masking.urls.payments=https://HOST:PORT");
    }

    @Test
    void sendingInClearOverHttpStopsTheStart() {
        assertThatThrownBy(() -> edges("calls: {payments: {to: pay/payments, port: http, sends: [pan]}}", Map.of()))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("calls.payments sends [pan] in clear")
                .hasMessageContaining("is not https");
        assertThatThrownBy(() -> edges(
                        "calls: {payments: {to: pay/payments, port: https, sends: [pan]}}",
                        Map.of("payments", List.of("https://payments.pay", "http://payments.pay"))))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("http://payments.pay:80");
        assertThatThrownBy(() -> edges(
                        "external: {mail: {host: mail.example, cidrs: [203.0.113.25/32], port: 80, sends: [pan]}}",
                        Map.of()))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("external.mail sends [pan] in clear");
    }

    @Test
    void anAddressOfNoEdgeStopsTheStart() {
        assertThatThrownBy(() -> edges(
                        "calls: {payments: {to: pay/payments, port: https}}",
                        Map.of("paymets", List.of("https://localhost"))))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("masking.urls.paymets")
                .hasMessageContaining("the edges are [payments]");
    }

    @Test
    void anAddressForAnEdgeThatIsNotWrittenStopsTheStart() {
        assertThatThrownBy(() -> edges(
                        "calls: {db: {to: db, port: pg, over: jdbc, carries: [pan]}}",
                        Map.of("db", List.of("https://localhost"))))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("masking.urls.db gives an address to an edge over jdbc");
    }

    @Test
    void anAddressThatCouldBeForTwoEdgesStopsTheStart() {
        assertThatThrownBy(() -> edges("""
                        calls: {mail: {to: mail, port: https}}
                        external: {mail: {host: mail.example, cidrs: [203.0.113.25/32], port: 443}}
                        """, Map.of("mail", List.of("https://localhost"))))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("calls.mail or for external.mail");
    }

    @Test
    void oneAddressForTwoEdgesStopsTheStart() {
        assertThatThrownBy(() -> edges(
                        "calls: {payments: {to: pay/payments, port: https}, ledger: {to: pay/ledger, port: https}}",
                        Map.of(
                                "payments", List.of("https://localhost:8443"),
                                "ledger", List.of("https://LOCALHOST.:8443"))))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("both have the address https://localhost:8443");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8443",
                "https://zoe:hunter2@localhost",
                "https://localhost/api",
                "https://localhost?hunter2",
                "https://local host/hunter2",
                "ftp://localhost",
                ""
            })
    void whatIsNoAddressStopsTheStartAndIsNotQuoted(String url) {
        assertThatThrownBy(() ->
                        edges("calls: {payments: {to: pay/payments, port: https}}", Map.of("payments", List.of(url))))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("masking.urls.payments is no address")
                .hasMessageNotContaining("hunter2");
    }
}
