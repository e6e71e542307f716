package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
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
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpRequest;
import org.springframework.http.MediaType;
import org.springframework.http.client.support.HttpRequestWrapper;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.client.RestClient;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.registry.ImportHttpServices;

/** Requests that a real application sends to real servers: what arrives there. */
class RequestsTest {

    static final String DECLARATION = """
            service: {name: orders, namespace: shop}
            classes:
              pan:   {mask: redact, style: pan}
              email: {mask: redact, style: email}
              name:  {mask: redact, style: name}
            calls:
              payments:  {to: pay/payments, port: https, sends: [pan]}
              plain:     {to: plain, port: http}
            external:
              mail: {host: mail.example, cidrs: [203.0.113.25/32], port: 443, sends: [email]}
            """;

    static Outside payments;
    static Outside plain;
    static Outside stranger;
    static App app;

    @BeforeAll
    static void start() {
        payments = Outside.https();
        plain = Outside.http();
        stranger = Outside.https();
        app = App.startPlain(
                Shop.class,
                DECLARATION,
                App.with(
                        Tls.client(),
                        "masking.urls.payments=" + payments.url(),
                        "masking.urls.plain=" + plain.url(),
                        "spring.http.serviceclient.payments.base-url=" + payments.url()));
    }

    @AfterAll
    static void stop() {
        app.close();
        payments.close();
        plain.close();
        stranger.close();
    }

    @BeforeEach
    void forget() {
        payments.forget();
        plain.forget();
        stranger.forget();
    }

    interface Payments {

        @PostExchange("/pay")
        String pay(@RequestBody Order order);

        @PostExchange
        String payAt(URI uri, @RequestBody Order order);
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ImportHttpServices(group = "payments", types = Payments.class)
    static class Shop {

        @Bean
        RestClient restClient(RestClient.Builder builder) {
            return builder.build();
        }
    }

    /** The ways a Spring application sends a request. */
    enum Way {
        REST_CLIENT {
            @Override
            void post(String url, Object body) {
                app.bean(RestClient.class)
                        .post()
                        .uri(url)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body)
                        .retrieve()
                        .body(String.class);
            }
        },
        REST_TEMPLATE {
            @Override
            void post(String url, Object body) {
                app.bean(RestTemplateBuilder.class).build().postForObject(url, body, String.class);
            }
        },
        HTTP_INTERFACE {
            @Override
            void post(String url, Object body) {
                app.bean(Payments.class).payAt(URI.create(url), (Order) body);
            }
        };

        abstract void post(String url, Object body);
    }

    @ParameterizedTest
    @EnumSource
    void anEdgeGetsInClearWhatItSendsAndNoMore(Way way) {
        way.post(payments.url("/pay"), Order.canary());

        assertThat(payments.only().body())
                .contains(Order.PAN)
                .doesNotContain(Order.NAME, Order.EMAIL)
                .contains("\"id\":\"o-1\"");
    }

    @ParameterizedTest
    @EnumSource
    void anEdgeThatSendsNothingGetsMasks(Way way) {
        way.post(plain.url("/x"), Order.canary());

        assertThat(plain.only().body()).contains("411111******1111").doesNotContain(Order.PAN, Order.NAME, Order.EMAIL);
    }

    @ParameterizedTest
    @EnumSource
    void anUndeclaredHostGetsNothingAndTheErrorNamesTheLineToAdd(Way way) {
        assertThatThrownBy(() -> way.post(stranger.url("/x?" + Order.PAN), Order.canary()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(stranger.url())
                .hasMessageContaining("external: {localhost: {host: localhost, cidrs: [ITS ADDRESSES], port: "
                        + stranger.port() + "}}")
                .hasMessageContaining("masking.urls.localhost=" + stranger.url())
                .hasMessageNotContainingAny(Order.PAN, Order.NAME, Order.EMAIL, "/x");
        assertThat(stranger.arrived()).isEmpty();
    }

    static Stream<Arguments> redirects() {
        return Stream.of(Way.values())
                .flatMap(way -> Stream.of(301, 302, 303, 307, 308).map(status -> Arguments.of(way, status)));
    }

    @ParameterizedTest
    @MethodSource("redirects")
    void aRedirectCarriesNoBodyToAnotherAuthority(Way way, int status) {
        try {
            way.post(payments.redirecting(status, stranger.url("/taken")), Order.canary());
            assertThat(status).isIn(301, 302, 303);
        } catch (RefusedException refused) {
            assertThat(status).isIn(307, 308);
            assertThat(refused).hasMessageContaining(stranger.url()).hasMessageContaining("external: {localhost:");
        }

        assertThat(stranger.arrived()).allSatisfy(arrived -> {
            assertThat(arrived.method()).isEqualTo("GET");
            assertThat(arrived.body()).isEmpty();
        });
    }

    @Test
    void aPartWrittenForAnEdgeGoesNowhereElse() {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("order", Order.canary());
        RestClient moved = app.bean(RestClient.class)
                .mutate()
                .requestInterceptor((request, body, execution) -> execution.execute(elsewhere(request), body))
                .build();

        assertThatThrownBy(() -> moved.post()
                        .uri(payments.url("/pay"))
                        .contentType(MediaType.MULTIPART_FORM_DATA)
                        .body(parts)
                        .retrieve()
                        .toBodilessEntity())
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("the edge payments");
        assertThat(stranger.arrived()).isEmpty();
    }

    private static HttpRequest elsewhere(HttpRequest request) {
        return new HttpRequestWrapper(request) {
            @Override
            public URI getURI() {
                return URI.create(stranger.url("/moved"));
            }
        };
    }

    @Test
    void aRedirectToTheSameAuthorityCarriesTheBody() {
        Way.REST_CLIENT.post(payments.redirecting(307, "/pay"), Order.canary());

        assertThat(payments.arrived()).hasSize(2);
        assertThat(payments.arrived().get(1).body())
                .isEqualTo(payments.arrived().get(0).body())
                .contains(Order.PAN);
    }
}
