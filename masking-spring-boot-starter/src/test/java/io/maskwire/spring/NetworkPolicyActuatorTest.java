package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /actuator/networkpolicy} of a started application, asked over HTTP. */
class NetworkPolicyActuatorTest {

    private static final String SECRET = "not-a-real-key-but-32-bytes-long";
    private static final String KEY = Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.US_ASCII));
    private static final String DECLARATION = """
            service: {name: orders, namespace: shop}
            unclassified: mask
            classes:
              email: {mask: hash}
              note:  {mask: constant, text: gone fishing}
            fields:
              any-manifest: {path: "$..manifests", class: note}
              any-rule:     {path: "$..rule", class: note}
            serves: {https: {port: 8443}}
            calls: {payments: {to: pay/payments, port: https}}
            """;
    private static final String PAYMENTS = """
            service: {name: payments, namespace: pay}
            serves: {https: {port: 8443}}
            """;

    @TempDir
    static Path directory;

    static App exposed;
    static App closed;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Shop {

        @Bean
        SecurityFilterChain security(HttpSecurity http) {
            return http.csrf(csrf -> csrf.disable())
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(directory.resolve("k1.key"), KEY);
        String keys = "masking.keys.directory=" + directory;
        String payments = "masking.network-policy.declarations=" + App.file(PAYMENTS);
        String address = "masking.urls.payments=https://payments.internal.example:8444";
        exposed = App.startPlain(
                Shop.class,
                DECLARATION,
                keys,
                payments,
                address,
                "spring.http.serviceclient.rates.base-url=https://anna:hunter-two@rates.example.com/v1?key=k9",
                "spring.jackson.property-naming-strategy=UPPER_CAMEL_CASE",
                "management.endpoints.web.exposure.include=networkpolicy");
        closed = App.startPlain(Shop.class, DECLARATION, keys, payments, address);
    }

    @AfterAll
    static void stop() {
        exposed.close();
        closed.close();
    }

    private static JsonNode answer() {
        return JsonMapper.shared()
                .readTree(exposed.get("/actuator/networkpolicy").body());
    }

    @Test
    void theAnswerHasTheDocumentedMembersWhateverTheApplicationsMapperDoes() {
        HttpResponse<String> answer = exposed.get("/actuator/networkpolicy");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("json"));
        assertThat(Set.copyOf(answer().propertyNames()))
                .containsExactlyInAnyOrder("service", "manifests", "findings", "notCompared", "problems");
        assertThat(answer().get("service").stringValue()).isEqualTo("shop/orders");
        assertThat(Set.copyOf(answer().get("findings").get(0).propertyNames()))
                .containsExactlyInAnyOrder(
                        "kind", "rule", "severity", "file", "line", "column", "about", "problem", "remedy");
    }

    @Test
    void manifestsAreAnsweredAsTheyAreEvenWhereAllIsMasked() {
        JsonNode manifests = answer().get("manifests");

        assertThat(manifests.propertyNames()).containsExactly("shop/orders.yaml");
        assertThat(manifests.get("shop/orders.yaml").stringValue())
                .isEqualTo(exposed.bean(ServicePolicies.class)
                        .compile()
                        .orElseThrow()
                        .manifests()
                        .get("shop/orders.yaml"))
                .contains("kind: NetworkPolicy");
        assertThat(answer().get("findings").findValuesAsString("rule"))
                .contains("unnamed-callers", "undeclared-connection")
                .doesNotContain("gone fishing", "[masked]");
    }

    @Test
    void noKeyNoMaskAndNoAddressOfTheInstallationIsAnswered() {
        assertThat(exposed.get("/actuator/networkpolicy").body())
                .doesNotContain(KEY, SECRET, "k1", directory.toString())
                .doesNotContain("gone fishing", "payments.internal.example", "8444")
                .contains("rates.example.com:443")
                .doesNotContain("anna", "hunter-two", "k9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void otherVerbsThanGetAreRefused(String verb) {
        HttpResponse<String> answer = exposed.send(verb, "/actuator/networkpolicy");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).doesNotContain("NetworkPolicy");
    }

    @Test
    void thereIsNothingBelowIt() {
        assertThat(exposed.get("/actuator/networkpolicy/shop").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNotExposedIsNotFound() {
        HttpResponse<String> answer = closed.get("/actuator/networkpolicy");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("NetworkPolicy", "shop/orders");
    }
}
