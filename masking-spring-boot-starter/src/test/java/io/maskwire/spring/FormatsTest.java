package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.maskwire.policy.Sensitive;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.converter.json.GsonHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Formats besides JSON, and JSON written by converters of the application's own: masked or refused, never half. */
@ExtendWith(OutputCaptureExtension.class)
class FormatsTest {

    static App app;

    @BeforeAll
    static void start() {
        app = App.start(Shop.class, AnswersTest.DECLARATION);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = {ServletWebSecurityAutoConfiguration.class, ManagementWebSecurityAutoConfiguration.class})
    @Import(Orders.class)
    static class Shop {}

    @RestController
    static class Orders {

        @GetMapping("/order")
        Order order() {
            return Order.canary();
        }

        @GetMapping("/map")
        Map<String, Object> map() {
            return Map.of("secret", Order.PAN);
        }

        @GetMapping("/open")
        Open open() {
            return new Open("open", Order.PAN);
        }

        @GetMapping("/text")
        String text() {
            return "a text";
        }

        @PostMapping("/read")
        boolean read(@RequestBody Order order) {
            return Order.NAME.equals(order.customer());
        }
    }

    record Open(String open, @JsonIgnore @Sensitive("pan") String unwritten) {}

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "application/cbor"})
    void aFormatWeDontMaskIsRefusedWhereSomethingIsClassified(String format) {
        for (String path : List.of("/order", "/map")) {
            HttpResponse<String> answer = app.get(path, "Accept", format);

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain(Order.NAME, Order.EMAIL, Order.PAN, "1111");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "application/cbor"})
    void andIsWrittenAsEverWhereNothingIs(String format) {
        HttpResponse<String> answer = app.get("/open", "Accept", format);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(format);
        assertThat(answer.body()).contains("open").doesNotContain(Order.PAN);
    }

    @Test
    void theLogSaysWhatToDoAndHoldsNoValue(CapturedOutput output) {
        app.get("/order", "Accept", "application/xml");

        assertThat(output)
                .contains("JacksonXmlHttpMessageConverter, whose format Maskwire does not mask; nothing was written")
                .doesNotContain(Order.NAME, Order.EMAIL, Order.PAN);
    }

    @Test
    void requestsInOtherFormatsAreReadAsTheyCome() {
        String xml = "<Order><id>o-1</id><customer>" + Order.NAME + "</customer></Order>";

        assertThat(app.post("/read", xml, "application/xml", "Accept", "application/json")
                        .body())
                .isEqualTo("true");
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = {ServletWebSecurityAutoConfiguration.class, ManagementWebSecurityAutoConfiguration.class})
    @Import(Orders.class)
    static class WithConverterOfItsOwn {

        @Bean
        JacksonJsonHttpMessageConverter converter(JsonMapper mapper) {
            JacksonJsonHttpMessageConverter converter = new JacksonJsonHttpMessageConverter(mapper);
            converter.setPrefixJson(true);
            return converter;
        }
    }

    @Test
    void anApplicationsOwnJsonConverterMasksAndKeepsItsPrefix() {
        try (App own = App.start(WithConverterOfItsOwn.class, AnswersTest.DECLARATION)) {
            assertThat(own.get("/order").body())
                    .startsWith(")]}', {")
                    .contains("411111******1111")
                    .doesNotContain(Order.PAN, Order.NAME, Order.EMAIL);
        }
    }

    /** A converter nobody but its application knows. */
    static class Special extends JacksonJsonHttpMessageConverter {

        Special(JsonMapper mapper) {
            super(mapper);
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = {ServletWebSecurityAutoConfiguration.class, ManagementWebSecurityAutoConfiguration.class})
    @Import(Orders.class)
    static class WithConverterOfItsOwnKind {

        @Bean
        Special converter(JsonMapper mapper) {
            return new Special(mapper);
        }
    }

    @Test
    void aJsonConverterOfAnotherKindWritesNothingClassified() {
        try (App own = App.start(WithConverterOfItsOwnKind.class, AnswersTest.DECLARATION)) {
            assertThat(own.get("/order").statusCode()).isEqualTo(500);
            assertThat(own.get("/order").body()).doesNotContain(Order.PAN, Order.NAME, Order.EMAIL);
            assertThat(own.get("/open").body()).isEqualTo("{\"open\":\"open\"}");
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = {ServletWebSecurityAutoConfiguration.class, ManagementWebSecurityAutoConfiguration.class})
    @Import(Orders.class)
    static class WithGson {

        @Bean
        ServerHttpMessageConvertersCustomizer gson() {
            return converters -> converters.withJsonConverter(new GsonHttpMessageConverter());
        }
    }

    @Test
    void gsonInPlaceOfJacksonWritesNoObjects(CapturedOutput output) {
        try (App gson = App.start(WithGson.class, AnswersTest.DECLARATION)) {
            HttpResponse<String> answer = gson.get("/order", "Accept", "application/json");

            assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(answer.body()).doesNotContain(Order.PAN, Order.NAME, Order.EMAIL);
            assertThat(gson.get("/text").body()).isEqualTo("a text");
            assertThat(output).contains("Refused by Maskwire: all objects that GsonHttpMessageConverter would write");
        }
    }
}
