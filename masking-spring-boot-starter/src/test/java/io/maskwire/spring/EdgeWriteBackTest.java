package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.policy.Redact;
import io.maskwire.policy.Sensitive;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Two services and one edge: what the caller's declaration masks, the provider's leaves out, and stores never. */
@ExtendWith(OutputCaptureExtension.class)
class EdgeWriteBackTest {

    private static final String CLASSES = """
            classes:
              pan:   {mask: redact, style: pan}
              name:  {mask: redact, style: name}
              email: {mask: erase}
            """;
    private static final String ORDERS = CLASSES + """
            service: {name: orders, namespace: shop}
            calls:
              payments: {to: pay/payments, port: https, sends: [pan]}
            """;
    private static final String PAYMENTS = CLASSES + """
            service: {name: payments, namespace: pay}
            audiences: {role:desk: {clear: [name], why: claims}}
            identity: {jwt-claim: azp}
            serves:
              https: {port: 8443, accepts: [pan], callers: {shop/orders: {gives: [name]}}}
            """;
    private static final String PLAIN_PAYMENTS = CLASSES + """
            service: {name: payments, namespace: pay}
            identity: {jwt-claim: azp}
            serves:
              http: {port: 8080}
            """;

    private static final String NAME = "Zoë Łęcka";
    private static final String EMAIL = "zoe@example.com";
    private static final String PAN = "4111111111111111";
    private static final String ORDERS_TOKEN = Tokens.service("shop/orders");

    private static App payments;
    private static App plainPayments;
    private static App orders;

    @BeforeAll
    static void start() {
        payments = App.start(Payments.class, PAYMENTS, Tokens.accepted());
        plainPayments = App.startPlain(Payments.class, PLAIN_PAYMENTS, Tokens.accepted());
        orders = App.startWithoutWeb(
                Orders.class, ORDERS, App.with(Tls.client(), "masking.urls.payments=" + payments.uri("")));
    }

    @AfterAll
    static void stop() {
        orders.close();
        plainPayments.close();
        payments.close();
    }

    @BeforeEach
    void forget() {
        stored(payments).clear();
        stored(plainPayments).clear();
    }

    record Payment(
            String id,
            @Sensitive("pan") @Nullable String card,
            @Sensitive("name") @Nullable String holder,
            @Sensitive("email") @Nullable String email,
            @Redact(keepLast = 2) @Nullable String phone) {

        static Payment canary() {
            return new Payment("p-1", PAN, NAME, EMAIL, "+1 202 555 0143");
        }
    }

    static final class Stored {
        final List<Payment> payments = new CopyOnWriteArrayList<>();
    }

    private static List<Payment> stored(App app) {
        return app.bean(Stored.class).payments;
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Orders {

        @Bean
        RestClient restClient(RestClient.Builder builder) {
            return builder.build();
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Payments {

        @Bean
        SecurityFilterChain security(HttpSecurity http) {
            return http.csrf(csrf -> csrf.disable())
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .oauth2ResourceServer(server -> server.jwt(jwt -> {}))
                    .build();
        }

        @Bean
        Stored stored() {
            return new Stored();
        }

        @Bean
        Endpoint endpoint(Stored stored) {
            return new Endpoint(stored);
        }

        @Bean
        RouterFunction<ServerResponse> functional(Stored stored) {
            return RouterFunctions.route()
                    .POST("/functional", request -> {
                        stored.payments.add(request.body(Payment.class));
                        return ServerResponse.ok().build();
                    })
                    .build();
        }
    }

    @RestController
    static class Endpoint {

        private final Stored stored;

        Endpoint(Stored stored) {
            this.stored = stored;
        }

        @RequestMapping("/payments")
        String pay(@RequestBody Payment payment) {
            stored.payments.add(payment);
            return "paid";
        }
    }

    private static String send(HttpMethod method, String path) {
        return orders.bean(RestClient.class)
                .method(method)
                .uri(payments.uri(path))
                .header("Authorization", ORDERS_TOKEN)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Payment.canary())
                .retrieve()
                .body(String.class);
    }

    private static final Payment RECEIVED = new Payment("p-1", PAN, null, null, null);

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH"})
    void anEdgeWorksAsDeclaredWithoutAnyFurtherSetting(String method) {
        assertThat(send(HttpMethod.valueOf(method), "/payments")).isEqualTo("paid");

        assertThat(stored(payments)).containsExactly(RECEIVED);
    }

    @Test
    void aFunctionalEndpointReadsAsAControllerDoes() {
        send(HttpMethod.POST, "/functional");

        assertThat(stored(payments)).containsExactly(RECEIVED);
    }

    @Test
    void aPutThatWouldRemoveWhatTheCallerCannotSendIsRefused() {
        assertThatThrownBy(() -> send(HttpMethod.PUT, "/payments"))
                .isInstanceOf(HttpClientErrorException.BadRequest.class);

        assertThat(stored(payments)).isEmpty();
    }

    @Test
    void theLogSaysOnceWhatIsLeftOutAndHowToGetIt(CapturedOutput output) {
        try (App fresh = App.start(Payments.class, PAYMENTS, Tokens.accepted())) {
            for (int i = 0; i < 3; i++) {
                fresh.post("/payments", masked("holder", "Z***"), "application/json", "Authorization", ORDERS_TOKEN);
            }
            assertThat(stored(fresh)).hasSize(3);
        }

        assertThat(output)
                .containsOnlyOnce(
                        "Masked values of [name] arrive over serves.https, which doesn't accept them in clear")
                .contains("add the class to accepts of serves.https and to sends of the caller");
    }

    private static String masked(String property, String value) {
        return "{\"id\":\"p-1\",\"" + property + "\":\"" + value + "\"}";
    }

    @Test
    void aServiceThatCallsForAPersonMasksAsForItself() {
        HttpResponse<String> answer = payments.post(
                "/payments",
                masked("holder", "[masked]"),
                "application/json",
                "Authorization",
                Tokens.personBy("shop/orders", "agent"));

        assertThat(answer.body()).isEqualTo("paid");
        assertThat(stored(payments)).containsExactly(new Payment("p-1", null, null, null, null));
    }

    static Stream<Arguments> whoIsNoDeclaredSender() {
        return Stream.of(
                Arguments.of("nobody", new String[0]),
                Arguments.of("a person", new String[] {"Authorization", Tokens.person("agent")}),
                Arguments.of("a person who sees names", new String[] {"Authorization", Tokens.person("desk")}),
                Arguments.of(
                        "a service that may not call", new String[] {"Authorization", Tokens.service("shop/web")}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whoIsNoDeclaredSender")
    void fromAnybodyElseAMaskedValueIsRefused(String who, String[] headers) {
        for (String value : List.of("[masked]", "Z***")) {
            assertThat(payments.post("/payments", masked("holder", value), "application/json", headers)
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(stored(payments)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[masked]", "411111******1111"})
    void whatThePortAcceptsInClearIsRefusedWhenItIsMasked(String value) {
        assertThat(payments.post("/payments", masked("card", value), "application/json", "Authorization", ORDERS_TOKEN)
                        .statusCode())
                .isEqualTo(400);
        assertThat(stored(payments)).isEmpty();
    }

    @Test
    void aRealValueIsReadFromWhomeverItComes() {
        payments.post("/payments", masked("holder", NAME), "application/json", "Authorization", ORDERS_TOKEN);

        assertThat(stored(payments)).containsExactly(new Payment("p-1", null, NAME, null, null));
    }

    @Test
    void overHttpAndFromAnyDeclaredCallerAnEdgeWorksToo() {
        plainPayments.post(
                "/payments",
                "{\"id\":\"p-1\",\"card\":\"411111******1111\",\"email\":\"[masked]\"}",
                "application/json",
                "Authorization",
                ORDERS_TOKEN);

        assertThat(stored(plainPayments)).containsExactly(new Payment("p-1", null, null, null, null));
    }
}
