package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.policy.Sensitive;
import io.maskwire.reveal.AuditRecord;
import io.maskwire.reveal.AuditSink;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code write-back: resolve}: a token that comes back is read as its original, for whoever may have that. */
class ResolveTest {

    private static final String DECLARATION = """
            service: {name: customers, namespace: shop}
            write-back: resolve
            classes: {tax-id: {mask: erase}}
            audiences:
              role:desk: {masks: {tax-id: {mask: tokenize}}, reveal: [tax-id], why: claims}
              role:clerk: {masks: {tax-id: {mask: tokenize}}, why: reads}
            identity: {jwt-claim: azp}
            serves:
              https: {port: 8443, callers: {web: {}}}
            """;
    private static final String TAX_ID = "12 345 678 901";

    private static App app;
    private static App plain;

    @BeforeAll
    static void start(@TempDir Path keys) {
        App.key(keys, "k1");
        String[] properties = App.with(Tokens.accepted(), "masking.keys.directory=" + keys);
        app = App.start(Customers.class, DECLARATION, properties);
        plain = App.startPlain(Customers.class, DECLARATION, properties);
    }

    @AfterAll
    static void stop() {
        plain.close();
        app.close();
    }

    @BeforeEach
    void forget() {
        app.bean(Records.class).all.clear();
        app.bean(Endpoint.class).stored = new Customer("c-1", TAX_ID);
    }

    record Customer(
            String id, @Sensitive("tax-id") @Nullable String taxId) {}

    static final class Records implements AuditSink {
        final List<AuditRecord> all = new CopyOnWriteArrayList<>();

        @Override
        public void write(AuditRecord attempt) {
            all.add(attempt);
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Customers {

        @Bean
        SecurityFilterChain security(HttpSecurity http) {
            return http.csrf(csrf -> csrf.disable())
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .oauth2ResourceServer(server -> server.jwt(jwt -> {}))
                    .build();
        }

        @Bean
        Records records() {
            return new Records();
        }

        @Bean
        Endpoint endpoint() {
            return new Endpoint();
        }
    }

    @RestController
    static class Endpoint {

        volatile Customer stored = new Customer("c-1", TAX_ID);

        @GetMapping("/customer")
        Customer get() {
            return stored;
        }

        @PutMapping("/customer")
        void put(@RequestBody Customer customer) {
            stored = customer;
        }

        @PostMapping("/customer")
        void post(@RequestBody Customer customer) {
            stored = customer;
        }
    }

    private static String seenBy(String token) {
        return app.get("/customer", "Authorization", token).body();
    }

    private static int put(String body, String... headers) {
        return app.exchange("PUT", "/customer", body, "application/json", headers)
                .statusCode();
    }

    private static List<AuditRecord> records() {
        return app.bean(Records.class).all;
    }

    private static Customer stored() {
        return app.bean(Endpoint.class).stored;
    }

    @Test
    void gettingEditingAndPuttingStoresTheOriginalAndIsRecorded() {
        String token = Tokens.person("desk");
        String seen = seenBy(token);
        assertThat(seen).contains("mw1.k1.").doesNotContain(TAX_ID);

        assertThat(put(seen.replace("c-1", "c-2"), "Authorization", token)).isEqualTo(200);

        assertThat(stored()).isEqualTo(new Customer("c-2", TAX_ID));
        assertThat(records()).hasSize(1).allSatisfy(attempt -> {
            assertThat(attempt.actor()).isEqualTo("u-1");
            assertThat(attempt.audience()).hasToString("role:desk");
            assertThat(attempt.reason()).isEqualTo("write-back over serves.https");
        });
    }

    @Test
    void whoMayNotRevealIsRefusedAndThatIsRecorded() {
        String seen = seenBy(Tokens.person("desk"));

        assertThat(put(seen, "Authorization", Tokens.person("clerk"))).isEqualTo(400);

        assertThat(records()).hasSize(1);
        assertThat(stored()).isEqualTo(new Customer("c-1", TAX_ID));
    }

    @Test
    void nobodyInParticularIsRefused() {
        assertThat(put(seenBy(Tokens.person("desk")))).isEqualTo(400);
        assertThat(put(seenBy(Tokens.person("desk")), "Authorization", Tokens.person()))
                .isEqualTo(400);

        assertThat(stored()).isEqualTo(new Customer("c-1", TAX_ID));
    }

    @Test
    void nothingIsResolvedForARequestThatDidNotComeOverHttps() {
        String seen = seenBy(Tokens.person("desk"));

        assertThat(plain.exchange("PUT", "/customer", seen, "application/json", "Authorization", Tokens.person("desk"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aDeclaredServiceThatMayNotRevealSendsItAsDeclared() {
        String seen = seenBy(Tokens.person("desk"));

        assertThat(app.post("/customer", seen, "application/json", "Authorization", Tokens.service("web"))
                        .statusCode())
                .isEqualTo(200);

        assertThat(stored()).isEqualTo(new Customer("c-1", null));
        assertThat(records())
                .hasSize(1)
                .allSatisfy(attempt -> assertThat(attempt.actor()).isEqualTo("shop/web"));
    }
}
