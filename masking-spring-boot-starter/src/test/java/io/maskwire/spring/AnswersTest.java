package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonView;
import io.maskwire.policy.Sensitive;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
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
            return http.csrf(csrf -> csrf.disable())
                    .authorizeHttpRequests(requests -> requests.requestMatchers("/closed")
                            .hasRole("nobody")
                            .anyRequest()
                            .permitAll())
                    .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                    .build();
        }

        @Bean
        ErrorAttributes errorAttributes() {
            return new TellingErrors();
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
                    .header("X-Kept", "yes")
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

        @ExceptionHandler(IllegalArgumentException.class)
        ResponseEntity<Map<String, Object>> handled() {
            return ResponseEntity.badRequest().body(Map.of("secret", Order.PAN));
        }

        @GetMapping("/handled")
        Order throwing() {
            throw new IllegalArgumentException("no");
        }

        @GetMapping("/sends-error")
        void sendsError(HttpServletResponse response) throws IOException {
            response.sendError(418);
        }

        @GetMapping("/long")
        ResponseEntity<Order> withLength() {
            return ResponseEntity.ok().contentLength(7).body(Order.canary());
        }

        @GetMapping("/cached")
        ResponseEntity<Order> cached() {
            return ResponseEntity.ok().header("Cache-Control", "max-age=60").body(Order.canary());
        }

        @GetMapping("/many")
        List<Order> many() {
            return Collections.nCopies(4000, Order.canary());
        }

        @GetMapping("/breaks")
        List<Object> breaks() {
            return List.of(Order.canary(), new Breaking());
        }

        @GetMapping("/breaks-late")
        List<Object> breaksLate() {
            return List.of("x".repeat(1 << 20), new Breaking());
        }

        @PostMapping("/echo")
        boolean echo(@RequestBody Order order) {
            return order.customer().equals(Order.NAME);
        }

        @GetMapping("/view")
        @JsonView(Views.Shown.class)
        Views view() {
            return new Views("yes", "no");
        }

        @GetMapping("/animals")
        List<Animal> animals() {
            return List.of(new Cat("Zoë"));
        }

        @GetMapping("/problem")
        ProblemDetail problem() {
            return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "Out of stock");
        }

        @GetMapping("/closed")
        Order closed() {
            return Order.canary();
        }
    }

    static class Breaking {

        public String getValue() {
            throw new IllegalStateException("broken");
        }
    }

    record Views(
            @JsonView(Views.Shown.class) String shown,
            @JsonView(Views.Hidden.class) String hidden) {

        interface Shown {}

        interface Hidden {}
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes(@JsonSubTypes.Type(value = Cat.class, name = "cat"))
    interface Animal {}

    record Cat(@Sensitive("name") String name) implements Animal {}

    /** Puts a classified value into Boot's own error body. */
    static class TellingErrors extends DefaultErrorAttributes {

        @Override
        public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
            Map<String, Object> attributes = super.getErrorAttributes(request, options);
            attributes.put("secret", Order.PAN);
            return attributes;
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

    @ParameterizedTest
    @ValueSource(strings = {"/order", "/sse"})
    void aDeclaredCallerSeesWhatThePortGivesIt(String path) {
        HttpResponse<String> answer = app.get(path, "Authorization", Tokens.service("web"));

        assertThat(answer.body()).contains(Order.NAME).doesNotContain(Order.EMAIL, Order.PAN);
    }

    @Test
    void aCallerMayGiveItsNamespace() {
        assertThat(app.get("/order", "Authorization", Tokens.service("shop/web"))
                        .body())
                .contains(Order.NAME);
        assertThat(app.get("/order", "Authorization", Tokens.service("other/web"))
                        .body())
                .doesNotContain(Order.NAME);
    }

    @Test
    void theRolesInAServicesOwnTokenAreNoPersons() {
        String body = app.get("/order", "Authorization", Tokens.service("web", "fraud-desk"))
                .body();

        assertThat(body).contains(Order.NAME).doesNotContain(Order.PAN);
    }

    @Test
    void aServiceForAPersonSeesInClearOnlyWhatBothMay() {
        String body = app.get("/order", "Authorization", Tokens.personBy("web", "fraud-desk"))
                .body();

        assertThat(body).doesNotContain(Order.NAME, Order.PAN, Order.EMAIL).contains("411111******1111");
    }

    @Test
    void aServiceForAPersonWithoutRolesSeesNothing() {
        String body = app.get("/order", "Authorization", Tokens.personBy("web")).body();

        assertThat(body).contains("[masked]").doesNotContain(Order.NAME, "1111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stranger", "Web", "web/", "/web", "a/b/c", "web ", "\u0000", "🚀"})
    void anUndeclaredOrOddServiceNameSeesNothing(String name) {
        String body = app.get("/order", "Authorization", Tokens.service(name, "fraud-desk"))
                .body();

        assertThat(body).contains("[masked]").doesNotContain(Order.NAME, Order.EMAIL, "1111");
    }

    @Test
    void anUndeclaredRoleSeesNothing() {
        String body =
                app.get("/order", "Authorization", Tokens.person("intern")).body();

        assertThat(body).contains("[masked]").doesNotContain(Order.NAME, Order.EMAIL, "1111");
    }

    @Test
    void aForgedOrUnsignedTokenIsNobodys() {
        for (String token : List.of(Tokens.forged("fraud-desk"), Tokens.unsigned("fraud-desk"))) {
            HttpResponse<String> answer = app.get("/order", "Authorization", token);

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).doesNotContain(Order.NAME, Order.EMAIL, Order.PAN);
        }
    }

    @Test
    void aVerifiedCertificateNamesTheCaller() {
        assertThat(app.get(Tls.context("web"), "/order").body())
                .contains(Order.NAME)
                .doesNotContain(Order.PAN);
    }

    @Test
    void aCertificateOfAnotherTrustDomainNamesNobodyWeKnow() {
        assertThat(app.get(Tls.context("stranger"), "/order").body())
                .contains("[masked]")
                .doesNotContain(Order.NAME, Order.EMAIL, "1111");
    }

    @Test
    void aCertificateAndATokenOfAnotherServiceAreNobodyWeKnow() {
        assertThat(app.get(Tls.context("web"), "/order", "Authorization", Tokens.service("orders"))
                        .body())
                .contains("[masked]")
                .doesNotContain(Order.NAME);
    }

    @Test
    void aPersonBehindAVerifiedServiceSeesInClearOnlyWhatBothMay() {
        String body = app.get(Tls.context("web"), "/order", "Authorization", Tokens.person("fraud-desk"))
                .body();

        assertThat(body).doesNotContain(Order.NAME, Order.PAN);
    }

    @Test
    void pathRulesHoldWhereNoTypeDoes() {
        assertThat(app.get("/map").body()).contains("411111******1111").contains("\"open\":\"open\"");
        assertThat(app.get("/map", "Authorization", Tokens.person("fraud-desk")).body())
                .contains(Order.PAN);
    }

    @Test
    void checksOverOtherBytesAreDroppedWhereSomethingIsClassified() {
        HttpResponse<String> masked = app.get("/entity");

        assertThat(masked.headers().map()).doesNotContainKeys("etag", "content-digest");
        assertThat(masked.headers().firstValue("X-Kept")).contains("yes");
        assertThat(app.get("/open").headers().firstValue("ETag")).contains("\"v1\"");
    }

    @Test
    void aWrongContentLengthDoesNotCutTheAnswer() {
        assertThat(app.get("/long").body()).endsWith("}").contains("411111******1111");
    }

    @Test
    void anAnswerWithNothingGrantedKeepsItsOwnCacheControl() {
        assertThat(app.get("/cached").headers().allValues("Cache-Control")).containsExactly("max-age=60");
        assertThat(app.get("/cached", "Authorization", Tokens.person("agent"))
                        .headers()
                        .allValues("Cache-Control"))
                .containsExactly("max-age=60");
        assertThat(app.get("/cached", "Authorization", Tokens.person("fraud-desk"))
                        .headers()
                        .allValues("Cache-Control"))
                .containsExactly("private, no-store");
    }

    @Test
    void aLongAnswerIsMaskedToItsEndAndNotKeptByCaches() {
        HttpResponse<String> answer = app.get("/many", "Authorization", Tokens.person("fraud-desk"));

        assertThat(answer.body().length()).isGreaterThan(500_000);
        assertThat(answer.body()).endsWith("]").contains(Order.PAN).doesNotContain(Order.NAME, Order.EMAIL);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, no-store");
        assertThat(app.get("/many").body()).doesNotContain(Order.PAN, Order.NAME, Order.EMAIL);
    }

    @Test
    void aFailureInTheMidstOfAnAnswerWritesNothingOfIt() {
        HttpResponse<String> answer = app.get("/breaks");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Internal Server Error").doesNotContain("o-1", "broken");
    }

    @Test
    void aFailureAfterTheBeginningWasSentAbortsTheAnswer() {
        assertThatThrownBy(() -> app.get("/breaks-late")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void errorsShowNoValueAndAreMaskedForTheCaller() {
        HttpResponse<String> failed = app.get("/fails/" + Order.PAN);

        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.body()).contains("Internal Server Error").doesNotContain("No order for");
        assertThat(app.get("/handled").body()).contains("411111******1111").doesNotContain(Order.PAN);
        assertThat(app.get("/handled", "Authorization", Tokens.person("fraud-desk"))
                        .body())
                .contains(Order.PAN);
    }

    @Test
    void anErrorDispatchKeepsTheCaller() {
        String path = "/sends-error";

        assertThat(app.get(path).body()).contains("411111******1111").doesNotContain(Order.PAN);
        assertThat(app.get(path, "Authorization", Tokens.person("fraud-desk")).body())
                .contains(Order.PAN);
        assertThat(app.get("/closed", "Authorization", Tokens.person("fraud-desk"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void callersAtTheSameTimeNeverSeeEachOthersAnswers() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> desk = new ArrayList<>();
            List<Future<String>> nobody = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String path = i % 3 == 0 ? "/sse" : i % 3 == 1 ? "/deferred" : "/order";
                desk.add(threads.submit(() -> app.get(path, "Authorization", Tokens.person("fraud-desk"))
                        .body()));
                nobody.add(threads.submit(() -> app.get(path).body()));
            }
            for (Future<String> body : desk) {
                assertThat(body.get()).contains(Order.PAN).doesNotContain(Order.NAME);
            }
            for (Future<String> body : nobody) {
                assertThat(body.get()).contains("411111******1111").doesNotContain(Order.PAN, Order.NAME);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void requestsAreReadAsTheyCome() {
        assertThat(app.post("/echo", "{\"id\":\"o-1\",\"customer\":\"" + Order.NAME + "\"}", "application/json")
                        .body())
                .isEqualTo("true");
    }

    @Test
    void viewsPolymorphicRootsAndProblemsAreWrittenAsEver() {
        assertThat(app.get("/view").body()).isEqualTo("{\"shown\":\"yes\"}");
        assertThat(app.get("/animals").body()).isEqualTo("[{\"kind\":\"cat\",\"name\":\"Z***\"}]");
        HttpResponse<String> problem = app.get("/problem");
        assertThat(problem.body()).contains("\"detail\":\"Out of stock\"");
        assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
}
