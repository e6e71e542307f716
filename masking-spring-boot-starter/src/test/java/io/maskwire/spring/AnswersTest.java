package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Answers of a real server over TLS: who sees what. */
class AnswersTest {

    static final String DECLARATION = """
            service: {name: orders, namespace: shop}
            classes:
              pan:   {mask: redact, style: pan}
              email: {mask: redact, style: email}
              name:  {mask: redact, style: name}
            fields:
              any-secret: {path: "$..secret", class: pan}
            audiences:
              role:fraud-desk: {clear: [pan], masks: {email: {mask: erase}}, why: chargebacks}
              role:agent: {}
            identity: {jwt-claim: azp, spiffe: "spiffe://cluster.local/ns/{namespace}/sa/{service}"}
            serves:
              https: {port: 8443, callers: {web: {gives: [name]}}}
            """;

    static App app;

    @BeforeAll
    static void start() {
        app = App.start(Shop.class, DECLARATION, Tokens.accepted());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Shop {

        @Bean
        SecurityFilterChain security(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/closed")
                            .hasRole("nobody")
                            .anyRequest()
                            .permitAll())
                    .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                    .build();
        }

        @Bean
        Orders orders() {
            return new Orders();
        }
    }

    @RestController
    static class Orders {

        @GetMapping("/order")
        Order order() {
            return Order.canary();
        }

        @GetMapping("/orders")
        List<Order> orders() {
            return List.of(Order.canary(), Order.canary());
        }

        @GetMapping("/map")
        Map<String, Object> map() {
            return Map.of("secret", Order.PAN, "open", "open");
        }

        @GetMapping("/entity")
        ResponseEntity<Order> entity() {
            return ResponseEntity.ok()
                    .eTag("v1")
                    .header("Content-Digest", "sha-256=:x:")
                    .body(Order.canary());
        }

        @GetMapping("/open")
        ResponseEntity<Map<String, String>> open() {
            return ResponseEntity.ok().eTag("v1").body(Map.of("open", "open"));
        }

        @GetMapping("/callable")
        Callable<Order> callable() {
            return Order::canary;
        }

        @GetMapping("/deferred")
        DeferredResult<Order> deferred() {
            DeferredResult<Order> result = new DeferredResult<>();
            new Thread(() -> result.setResult(Order.canary())).start();
            return result;
        }

        @GetMapping("/sse")
        SseEmitter sse() {
            SseEmitter emitter = new SseEmitter();
            new Thread(() -> send(emitter)).start();
            return emitter;
        }

        @GetMapping("/lines")
        ResponseBodyEmitter lines() {
            ResponseBodyEmitter emitter = new ResponseBodyEmitter();
            new Thread(() -> send(emitter)).start();
            return emitter;
        }

        private static void send(ResponseBodyEmitter emitter) {
            try {
                emitter.send("heartbeat");
                emitter.send(Order.canary());
                emitter.send(Order.canary());
                emitter.complete();
            } catch (Exception e) {
                emitter.completeWithError(e);
            }
        }

        @GetMapping("/fails/{value}")
        Order fails(@PathVariable String value) {
            throw new IllegalStateException("No order for " + value);
        }

        @GetMapping("/closed")
        Order closed() {
            return Order.canary();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/order", "/orders", "/entity", "/callable", "/deferred", "/sse", "/lines"})
    void nobodySeesNothingInClear(String path) {
        assertMasked(app.get(path));
    }

    private static void assertMasked(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .doesNotContain(Order.NAME, Order.EMAIL, Order.PAN)
                .contains("411111******1111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/order", "/orders", "/entity", "/callable", "/deferred", "/sse", "/lines"})
    void theFraudDeskSeesTheCardAndNoMore(String path) {
        HttpResponse<String> answer = app.get(path, "Authorization", Tokens.person("fraud-desk"));

        assertThat(answer.body())
                .contains(Order.PAN)
                .doesNotContain(Order.NAME, Order.EMAIL)
                .contains("[masked]");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, no-store");
    }
}
