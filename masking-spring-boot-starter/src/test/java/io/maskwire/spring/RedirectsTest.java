package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.spring.Outside.Arrived;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Redirects with each HTTP client that Spring Boot knows: where bodies and credentials go. */
class RedirectsTest {

    /** The clients, as {@code spring.http.clients.imperative.factory} names them. */
    enum Client {
        HTTP_COMPONENTS,
        JETTY,
        REACTOR,
        JDK,
        SIMPLE
    }

    static final String DECLARATION = """
            service: {name: orders, namespace: shop}
            classes:
              pan: {mask: redact, style: pan}
              email: {mask: redact, style: email}
              name: {mask: redact, style: name}
            calls:
              payments: {to: pay/payments, port: https, sends: [pan]}
              ledger: {to: pay/ledger, port: https, sends: [pan]}
            """;

    static Outside payments;
    static Outside ledger;
    static Outside stranger;
    static Outside plain;
    static final Map<Client, App> APPS = new EnumMap<>(Client.class);

    @BeforeAll
    static void start() {
        payments = Outside.https();
        ledger = Outside.https();
        stranger = Outside.https();
        plain = Outside.http();
        for (Client client : Client.values()) {
            APPS.put(client, app(Shop.class, client));
        }
    }

    private static App app(Class<?> application, Client client, String... properties) {
        return App.startWithoutWeb(
                application,
                DECLARATION,
                App.with(
                        App.with(Tls.client(), properties),
                        "spring.http.clients.imperative.factory=" + client,
                        "masking.urls.payments=" + payments.url(),
                        "masking.urls.ledger=" + ledger.url()));
    }

    @AfterAll
    static void stop() {
        APPS.values().forEach(App::close);
        Stream.of(payments, ledger, stranger, plain).forEach(Outside::close);
    }

    @BeforeEach
    void forget() {
        Stream.of(payments, ledger, stranger, plain).forEach(Outside::forget);
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Shop {

        @Bean
        RestClient restClient(RestClient.Builder builder) {
            return builder.build();
        }
    }

    private static RestClient.RequestBodySpec post(App app, String url) {
        return app.bean(RestClient.class)
                .post()
                .uri(url)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Authorization", "Bearer secret-token")
                .header("X-Api-Key", "secret-key")
                .header("Cookie", "session=secret-session");
    }

    private static ResponseEntity<String> get(App app, String url) {
        return app.bean(RestClient.class)
                .get()
                .uri(url)
                .header("Authorization", "Bearer secret-token")
                .header("X-Api-Key", "secret-key")
                .header("Cookie", "session=secret-session")
                .header("Accept-Language", "pl")
                .retrieve()
                .onStatus(status -> true, (request, response) -> {})
                .toEntity(String.class);
    }

    static Stream<Arguments> clientsAndStatuses() {
        return Stream.of(Client.values())
                .flatMap(client -> Stream.of(301, 302, 303, 307, 308).map(status -> Arguments.of(client, status)));
    }

    @ParameterizedTest
    @MethodSource("clientsAndStatuses")
    void noBodyAndNoCredentialsGoToAnotherAuthority(Client client, int status) {
        for (Outside other : new Outside[] {stranger, ledger, plain}) {
            try {
                post(APPS.get(client), payments.redirecting(status, other.url("/taken")))
                        .body(Order.canary())
                        .retrieve()
                        .toBodilessEntity();
            } catch (RefusedException refused) {
                assertThat(status).isIn(307, 308);
                assertThat(refused)
                        .hasMessageContaining(payments.url() + " redirects a request with a body to " + other.url());
            }

            assertThat(other.arrived()).allSatisfy(RedirectsTest::assertSaysNothing);
        }
        assertThat(plain.arrived()).isEmpty();
        assertThat(payments.arrived())
                .allSatisfy(first -> assertThat(first.body()).contains(Order.PAN));
    }

    private static void assertSaysNothing(Arrived arrived) {
        assertThat(arrived.method()).isEqualTo("GET");
        assertThat(arrived.body()).isEmpty();
        assertThat(arrived.headers().toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @EnumSource
    void aBodilessRequestIsFollowedToAnotherAuthorityAsACallOfItsOwn(Client client) {
        ResponseEntity<String> answer = get(APPS.get(client), payments.redirecting(302, stranger.url("/found")));

        assertThat(answer.getBody()).isEqualTo("{\"ok\":true}");
        assertSaysNothing(stranger.only());
        assertThat(stranger.only().headers().get("Accept-language")).containsExactly("pl");
        assertThat(payments.only().headers().toString()).contains("secret-token", "secret-key", "secret-session");
    }

    @ParameterizedTest
    @MethodSource("clientsAndStatuses")
    void theSameAuthorityIsFollowedAsTheClientWould(Client client, int status) {
        ResponseEntity<String> answer = post(APPS.get(client), payments.redirecting(status, "/pay"))
                .body(Order.canary())
                .retrieve()
                .toEntity(String.class);

        if (client == Client.SIMPLE) {
            assertThat(answer.getStatusCode().value()).isEqualTo(status);
            return;
        }
        assertThat(answer.getBody()).isEqualTo("{\"ok\":true}");
        Arrived second = payments.arrived().get(1);
        boolean kept = status >= 307;
        assertThat(second.method()).isEqualTo(kept ? "POST" : "GET");
        assertThat(second.body()).isEqualTo(kept ? payments.arrived().get(0).body() : "");
        assertThat(second.has("Content-Type")).isEqualTo(kept);
        assertThat(second.headers().toString()).contains("secret-token", "secret-key", "secret-session");
    }

    @ParameterizedTest
    @EnumSource
    void httpsIsNeverLeftForHttp(Client client) {
        ResponseEntity<String> answer = get(APPS.get(client), payments.redirecting(302, plain.url("/found")));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FOUND);
        assertThat(plain.arrived()).isEmpty();
    }

    @Test
    void aCircleOfRedirectsEnds() {
        assertThatThrownBy(() -> get(APPS.get(Client.JDK), payments.url("/circle")))
                .isInstanceOf(ResourceAccessException.class)
                .hasRootCauseInstanceOf(IOException.class)
                .hasMessageContaining("Gave up after 10 redirects");
        assertThat(payments.arrived()).hasSize(11);
    }

    @Test
    void whoAsksNotToFollowIsNotFollowed() {
        try (App app = app(Shop.class, Client.JDK, "spring.http.clients.redirects=dont-follow")) {
            ResponseEntity<String> answer = get(app, payments.redirecting(302, stranger.url("/found")));

            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FOUND);
            assertThat(stranger.arrived()).isEmpty();
        }
    }

    @Test
    void aBodyThatCantBeSentTwiceIsNotFollowed() {
        InputStreamResource once = new InputStreamResource(() -> new ByteArrayInputStream(new byte[] {'1'}));

        ResponseEntity<String> answer = post(APPS.get(Client.JDK), payments.redirecting(307, "/pay"))
                .body(once)
                .retrieve()
                .toEntity(String.class);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.TEMPORARY_REDIRECT);
        assertThat(payments.arrived()).hasSize(1);
    }

    /** An application that tells its client to follow whatever comes. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Eager {

        @Bean
        ClientHttpRequestFactoryBuilder<?> eager() {
            return ClientHttpRequestFactoryBuilder.jdk()
                    .withHttpClientCustomizer(client -> client.followRedirects(HttpClient.Redirect.ALWAYS));
        }

        @Bean
        RestClient restClient(RestClient.Builder builder) {
            return builder.build();
        }
    }

    @Test
    void aClientToldToFollowIsToldOtherwise() {
        try (App app = app(Eager.class, Client.JDK)) {
            assertThatThrownBy(() -> post(app, payments.redirecting(307, stranger.url("/taken")))
                            .body(Order.canary())
                            .retrieve()
                            .toBodilessEntity())
                    .isInstanceOf(RefusedException.class);
            assertThat(stranger.arrived()).isEmpty();
        }
    }

    @Test
    void withoutMaskwireTheBodyWouldArrive() {
        try (App app = app(Shop.class, Client.JDK, "masking.mode=report")) {
            post(app, payments.redirecting(307, stranger.url("/taken")))
                    .body(Order.canary())
                    .retrieve()
                    .toBodilessEntity();

            assertThat(stranger.only().body()).contains(Order.PAN, Order.NAME, Order.EMAIL);
        }
    }
}
