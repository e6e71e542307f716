package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.Masking;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Sensitive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Requests whose bodies hold what was masked before, or what can't be read. */
@ExtendWith(OutputCaptureExtension.class)
class WriteBackTest {

    private static final String DECLARATION = """
            service: {name: orders, namespace: shop}
            classes:
              pan: {mask: erase}
            """;

    private static App app;

    @BeforeAll
    static void start() {
        app = App.start(
                Shop.class,
                DECLARATION,
                "spring.mvc.problemdetails.enabled=true",
                "spring.mvc.log-resolved-exception=true");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    record Payment(
            String id,
            @Sensitive("pan") String card,
            @Sensitive("pan") int code) {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Shop {

        @Bean
        SecurityFilterChain security(HttpSecurity http) {
            return http.csrf(csrf -> csrf.disable())
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }

        @Bean
        Payments payments() {
            return new Payments();
        }
    }

    @RestController
    static class Payments {

        @PostMapping("/payments")
        String pay(@RequestBody Payment payment) {
            return "paid " + payment.id();
        }
    }

    private static HttpResponse<String> post(String body) {
        return app.post("/payments", body, "application/json");
    }

    @Test
    void aRealValueIsRead() {
        assertThat(post("{\"id\":\"p-1\",\"card\":\"4111111111111111\",\"code\":5}")
                        .body())
                .isEqualTo("paid p-1");
    }

    @Test
    void aMaskedValueIsRefusedAsABadRequest(CapturedOutput output) {
        HttpResponse<String> answer = post("{\"id\":\"p-1\",\"card\":\"[masked]\",\"code\":5}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":400").doesNotContain("[masked]");
        assertThat(output).contains("a masked value came back here").contains("Payment[\"card\"]");
    }

    @Test
    void aClassifiedValueThatCannotBeReadIsNotQuoted(CapturedOutput output) {
        for (String code : new String[] {"\"4111111111111111\"", "4111111111111111", "{\"4111111111111111\":1}"}) {
            HttpResponse<String> answer = post("{\"id\":\"p-1\",\"code\":" + code + "}");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).doesNotContain("4111");
        }
        assertThat(output).contains("Payment[\"code\"]").doesNotContain("4111");
    }

    @Test
    void whatAnotherServiceAnsweredIsReadAsItIs() throws IOException {
        MaskedJson json = new MaskedJson(
                Masking.of(
                        MaskingPolicy.builder().dataClass("pan", Masks.erase()).build()),
                new JsonMapper());
        SessionJsonConverter converter = new SessionJsonConverter(new JacksonJsonHttpMessageConverter(), json);

        assertThat(converter.read(
                        ResolvableType.forClass(Payment.class),
                        answer("{\"id\":\"p-1\",\"card\":\"[masked]\",\"code\":5}"),
                        null))
                .isEqualTo(new Payment("p-1", "[masked]", 5));
    }

    private static HttpInputMessage answer(String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return new HttpInputMessage() {
            @Override
            public InputStream getBody() {
                return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public HttpHeaders getHeaders() {
                return headers;
            }
        };
    }
}
