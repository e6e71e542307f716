package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.spi.EventCounts;
import io.maskwire.spi.MaskingEvent;
import io.maskwire.spi.MaskingEvent.Action;
import io.maskwire.spi.Outlet;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** In report mode every byte on the wire is the same as without Maskwire, and what would happen is counted. */
@ExtendWith(OutputCaptureExtension.class)
class ReportModeTest {

    static final String DECLARATION = """
            service: {name: orders, namespace: shop}
            unclassified: mask
            classes:
              pan:   {mask: redact, style: pan}
              email: {mask: redact, style: email}
              name:  {mask: redact, style: name}
            serves: {https: {port: 8443}}
            calls:
              payments: {to: pay/payments, port: https, sends: [pan]}
            """;

    static App reporting;
    static App without;
    static Outside stranger;

    @BeforeAll
    static void start() {
        stranger = Outside.https();
        reporting = App.startPlain(Shop.class, DECLARATION, App.with(Tls.client(), "masking.mode=report"));
        without = App.startPlain(Unmasked.class, DECLARATION, Tls.client());
    }

    @AfterAll
    static void stop() {
        reporting.close();
        without.close();
        stranger.close();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = {ServletWebSecurityAutoConfiguration.class, ManagementWebSecurityAutoConfiguration.class})
    @Import({Orders.class, Client.class})
    static class Shop {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = {
                ServletWebSecurityAutoConfiguration.class,
                ManagementWebSecurityAutoConfiguration.class,
                MaskingAutoConfiguration.class,
                MaskingMetricsAutoConfiguration.class,
                MaskingRequestAutoConfiguration.class,
                MaskingResponseAutoConfiguration.class,
                MaskingStartAutoConfiguration.class
            })
    @Import({Orders.class, Client.class})
    static class Unmasked {}

    @Configuration(proxyBeanMethods = false)
    static class Client {

        @Bean
        RestClient restClient(RestClient.Builder builder) {
            return builder.build();
        }
    }

    @RestController
    static class Orders {

        @GetMapping("/order")
        Order order() {
            return Order.canary();
        }

        @GetMapping("/many")
        List<Order> many() {
            return Collections.nCopies(3000, Order.canary());
        }

        @GetMapping("/entity")
        ResponseEntity<Order> entity() {
            return ResponseEntity.ok()
                    .eTag("v1")
                    .header("Cache-Control", "max-age=60")
                    .body(Order.canary());
        }

        @GetMapping("/breaks")
        List<Object> breaks() {
            return List.of(Collections.nCopies(3000, Order.canary()), new AnswersTest.Breaking());
        }

        @GetMapping("/sse")
        SseEmitter sse() throws IOException {
            SseEmitter emitter = new SseEmitter();
            emitter.send(Order.canary());
            emitter.complete();
            return emitter;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /order application/json",
                "GET /order application/xml",
                "GET /order application/cbor",
                "GET /many application/json",
                "GET /entity application/json",
                "GET /breaks application/json",
                "GET /sse text/event-stream",
                "GET /missing application/json",
                "HEAD /order application/json",
                "OPTIONS /order application/json"
            })
    void answersAreTheSameToTheByte(String request) throws IOException {
        String[] parts = request.split(" ");

        String reported = raw(reporting.port(), parts[0], parts[1], parts[2]);

        assertThat(reported).isEqualTo(raw(without.port(), parts[0], parts[1], parts[2]));
        assertThat(reported).startsWith("HTTP/1.1 ");
    }

    private static String raw(int port, String method, String path, String accept) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return answer.replaceAll("Date: [^\r]*", "Date: now").replaceAll("\"timestamp\":\"[^\"]*\"", "\"now\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/plain", "/redirect/307?to=/again", "/redirect/303?to=/again"})
    void requestsAreTheSameToTheByte(String path) {
        List<String> reported = sent(reporting, stranger.url(path));

        assertThat(reported).isEqualTo(sent(without, stranger.url(path)));
        assertThat(reported.get(0)).contains(Order.PAN, Order.NAME);
    }

    private static List<String> sent(App app, String url) {
        stranger.forget();
        app.bean(RestClient.class)
                .post()
                .uri(url)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Order.canary())
                .retrieve()
                .toBodilessEntity();
        app.bean(RestTemplateBuilder.class).build().postForEntity(URI.create(url), Order.canary(), Void.class);
        return stranger.arrived().stream().map(Object::toString).toList();
    }

    @Test
    void whatWouldHappenIsCountedAndToldOnce(CapturedOutput output) throws IOException {
        try (App app = App.startPlain(Shop.class, DECLARATION, App.with(Tls.client(), "masking.mode=report"))) {
            for (int i = 0; i < 3; i++) {
                raw(app.port(), "GET", "/order", "application/json");
                raw(app.port(), "GET", "/order", "application/xml");
                sent(app, stranger.url("/x"));
            }

            EventCounts counts = app.bean(EventCounts.class);
            assertThat(counts.of(new MaskingEvent(Action.WOULD_MASK, Outlet.HTTP_RESPONSE, "pan", "anonymous")))
                    .isEqualTo(3);
            assertThat(counts.of(new MaskingEvent(Action.WOULD_REFUSE, Outlet.HTTP_RESPONSE, "pan", "unknown")))
                    .isEqualTo(3);
            assertThat(counts.of(new MaskingEvent(Action.WOULD_REFUSE, Outlet.HTTP_REQUEST, "pan", "unknown")))
                    .isEqualTo(6);
            assertThat(output)
                    .containsOnlyOnce("would-mask: class pan for anonymous in http-response")
                    .containsOnlyOnce("would-refuse: class pan for unknown in http-response")
                    .containsOnlyOnce("would-refuse: class pan for unknown in http-request")
                    .doesNotContain(Order.PAN, Order.NAME, Order.EMAIL);
        }
    }

    @Test
    void theStartSaysThatNothingIsEnforced(CapturedOutput output) {
        App.startWithoutWeb(Shop.class, DECLARATION, "masking.mode=report").close();

        assertThat(output).contains("Maskwire only reports (masking.mode=report)");
    }

    @Test
    void theStartSaysThatUndeclaredHostsAreOnlyCounted(CapturedOutput output) {
        App.startWithoutWeb(Shop.class, DECLARATION, "masking.outbound.undeclared=report")
                .close();

        assertThat(output).contains("only counted (masking.outbound.undeclared=report)");
    }
}
