package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.spi.EventCounts;
import io.maskwire.spi.MaskingEvent;
import io.maskwire.spi.MaskingEvent.Action;
import io.maskwire.spi.Outlet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpRequest;
import org.springframework.http.MediaType;
import org.springframework.http.client.support.HttpRequestWrapper;
import org.springframework.http.converter.json.GsonHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;
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
            fields:
              any-secret: {path: "$..secret", class: pan}
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:{port}/x",
                "https://LOCALHOST:{stranger}/x",
                "https://localhost:{port}@localhost:{stranger}/x",
                "https://127.0.0.1:{port}/x",
                "https://[::1]:{port}/x",
                "https://localhost.localdomain:{port}/x",
                "https://local_host:{port}/x"
            })
    void noSpellingOfAnotherPlaceIsTheEdge(String pattern) {
        String url = pattern.replace("{port}", "" + payments.port()).replace("{stranger}", "" + stranger.port());

        assertThatThrownBy(() -> Way.REST_CLIENT.post(url, Order.canary())).isInstanceOf(RefusedException.class);
        assertThat(payments.arrived()).isEmpty();
        assertThat(stranger.arrived()).isEmpty();
    }

    @Test
    void anotherSpellingOfTheEdgeIsTheEdge() {
        Way.REST_CLIENT.post("HTTPS://LOCALHOST:" + payments.port() + "/x", Order.canary());

        assertThat(payments.only().body()).contains(Order.PAN).doesNotContain(Order.NAME);
    }

    @Test
    void aBodyWithoutClassifiedValuesMayGoAnywhere() {
        Way.REST_CLIENT.post(stranger.url("/x"), Map.of("open", "open"));

        assertThat(stranger.only().body()).isEqualTo("{\"open\":\"open\"}");
    }

    @Test
    void aRequestWithoutBodyMayGoAnywhere() {
        app.bean(RestClient.class).get().uri(stranger.url("/x")).retrieve().toBodilessEntity();

        assertThat(stranger.only().method()).isEqualTo("GET");
    }

    @Test
    void pathRulesHoldInRequests() {
        Way.REST_CLIENT.post(plain.url("/x"), Map.of("secret", Order.PAN));
        assertThat(plain.only().body()).isEqualTo("{\"secret\":\"411111******1111\"}");

        assertThatThrownBy(() -> Way.REST_CLIENT.post(stranger.url("/x"), Map.of("secret", Order.PAN)))
                .isInstanceOf(RefusedException.class);
        assertThat(stranger.arrived()).isEmpty();
    }

    @Test
    void aContentLengthOfTheOriginalIsNotSent() {
        app.bean(RestClient.class)
                .post()
                .uri(plain.url("/x"))
                .contentType(MediaType.APPLICATION_JSON)
                .contentLength(7)
                .body(Order.canary())
                .retrieve()
                .toBodilessEntity();

        assertThat(plain.only().body()).endsWith("}");
    }

    @Test
    void anInterceptorThatSendsTheBodyElsewhereIsRefused() {
        RestClient balanced = app.bean(RestClient.Builder.class)
                .requestInterceptor((request, body, execution) ->
                        execution.execute(at(request, URI.create(stranger.url("/x"))), body))
                .build();

        assertThatThrownBy(() -> balanced.post()
                        .uri(payments.url("/pay"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Order.canary())
                        .retrieve()
                        .toBodilessEntity())
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("written for the edge payments")
                .hasMessageContaining(stranger.url())
                .hasMessageContaining("masking.urls.payments");
        assertThat(stranger.arrived()).isEmpty();
    }

    private static HttpRequest at(HttpRequest request, URI uri) {
        return new HttpRequestWrapper(request) {
            @Override
            public URI getURI() {
                return uri;
            }
        };
    }

    @Test
    void objectPartsOfAMultipartBodyAreWrittenForTheEdge() {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("order", Order.canary());
        parts.add("again", new HttpEntity<>(Order.canary()));
        parts.add("note", "a text");
        parts.add("file", new ByteArrayResource("a file".getBytes(StandardCharsets.UTF_8)));

        app.bean(RestClient.class)
                .post()
                .uri(payments.url("/pay"))
                .body(parts)
                .retrieve()
                .toBodilessEntity();
        assertThat(payments.only().body())
                .contains(Order.PAN, "application/json", "a text", "a file")
                .doesNotContain(Order.NAME, Order.EMAIL);

        assertThatThrownBy(() -> app.bean(RestTemplateBuilder.class)
                        .build()
                        .postForObject(stranger.url("/x"), parts, String.class))
                .isInstanceOf(RefusedException.class);
        assertThat(stranger.arrived()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "application/cbor"})
    void otherFormatsCarryNoClassifiedValue(String format) {
        RestClient.RequestBodySpec request =
                app.bean(RestClient.class).post().uri(payments.url("/pay")).contentType(MediaType.valueOf(format));

        assertThatThrownBy(() -> request.body(Order.canary()).retrieve().toBodilessEntity())
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("nothing was written");
        assertThat(payments.arrived()).isEmpty();

        request.body(Map.of("open", "open")).retrieve().toBodilessEntity();
        assertThat(payments.only().body()).contains("open");
    }

    @Test
    void aTemplateWithConvertersOfItsOwnIsGuardedToo() {
        RestTemplate template = app.bean(RestTemplateBuilder.class)
                .messageConverters(new JacksonJsonHttpMessageConverter(), new GsonHttpMessageConverter())
                .build();

        template.postForLocation(payments.url("/pay"), Order.canary());

        assertThat(payments.only().body()).contains(Order.PAN).doesNotContain(Order.NAME);
        assertThatThrownBy(() -> template.postForLocation(stranger.url("/x"), Order.canary()))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void aClientWithGsonInPlaceOfJacksonSendsNoObjects() {
        RestClient client = app.bean(RestClient.Builder.class)
                .configureMessageConverters(converters -> converters.withJsonConverter(new GsonHttpMessageConverter()))
                .build();

        assertThatThrownBy(() -> client.post()
                        .uri(payments.url("/pay"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Order.canary())
                        .retrieve()
                        .toBodilessEntity())
                .isInstanceOf(RestClientException.class);
        assertThat(payments.arrived()).isEmpty();
    }

    @Test
    void whatIsSentIsCountedByClassAndAudience() {
        EventCounts counts = app.bean(EventCounts.class);
        MaskingEvent clear = new MaskingEvent(
                Action.GIVEN_CLEAR, Outlet.HTTP_REQUEST, "pan", "service:pay/payments over calls.payments");
        long before = counts.of(clear);

        Way.REST_CLIENT.post(payments.url("/pay"), Order.canary());

        assertThat(counts.of(clear)).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource({"mask, [masked]", "report, " + Order.PAN})
    void undeclaredHostsMayGetMasksOrBeReported(String undeclared, String expected) {
        try (App other = App.startWithoutWeb(
                Shop.class,
                DECLARATION,
                App.with(
                        Tls.client(),
                        "masking.outbound.undeclared=" + undeclared,
                        "masking.urls.plain=" + plain.url()))) {
            other.bean(RestClient.class)
                    .post()
                    .uri(stranger.url("/x"))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Order.canary())
                    .retrieve()
                    .toBodilessEntity();

            assertThat(stranger.only().body()).contains(expected);
            Action action = undeclared.equals("mask") ? Action.UNKNOWN_AUDIENCE : Action.WOULD_REFUSE;
            assertThat(other.bean(EventCounts.class)
                            .of(new MaskingEvent(action, Outlet.HTTP_REQUEST, "pan", "unknown")))
                    .isEqualTo(1);
        }
    }

    @Test
    void withoutCallsInTheDeclarationRequestsAreLeftAlone() {
        String withoutCalls = DECLARATION.substring(0, DECLARATION.indexOf("calls:"));
        try (App other = App.startWithoutWeb(Shop.class, withoutCalls, Tls.client())) {
            other.bean(RestClient.class)
                    .post()
                    .uri(stranger.url("/x"))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Order.canary())
                    .retrieve()
                    .toBodilessEntity();

            assertThat(stranger.only().body()).contains(Order.PAN, Order.NAME, Order.EMAIL);
        }
    }
}
