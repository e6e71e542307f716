package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurationSupport;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Applications that set up Spring MVC in other ways than Boot's, and endpoints that are no controllers. */
@ExtendWith(OutputCaptureExtension.class)
class OtherSetupsTest {

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = {ServletWebSecurityAutoConfiguration.class, ManagementWebSecurityAutoConfiguration.class})
    @Import(Orders.class)
    static class Boots {}

    @RestController
    static class Orders {

        @GetMapping("/order")
        Order order() {
            return Order.canary();
        }

        @Bean
        RouterFunction<ServerResponse> functions() {
            return route().GET("/function", request -> ServerResponse.ok().body(Order.canary()))
                    .GET(
                            "/events",
                            request -> ServerResponse.sse(sse -> {
                                try {
                                    sse.data(Order.canary());
                                    sse.complete();
                                } catch (IOException e) {
                                    sse.error(e);
                                }
                            }))
                    .build();
        }
    }

    private static void assertMasked(App app) {
        for (String path : List.of("/order", "/function", "/events")) {
            assertThat(app.get(path).body())
                    .as(path)
                    .contains("411111******1111")
                    .doesNotContain(Order.NAME, Order.EMAIL, Order.PAN);
        }
    }

    @Test
    void functionalEndpointsAreMasked(CapturedOutput output) {
        try (App app = App.start(Boots.class, AnswersTest.DECLARATION)) {
            assertMasked(app);
        }
        assertThat(output)
                .contains("Not covered by Maskwire: answers written as String, bytes, file, stream, form or view")
                .contains("all requests to other services, as the declaration says neither calls nor external");
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Boots.class)
    static class InPlaceOfAll implements WebMvcConfigurer {

        @Override
        @SuppressWarnings("removal")
        public void configureMessageConverters(List<HttpMessageConverter<?>> converters) {
            converters.add(new JacksonJsonHttpMessageConverter());
        }
    }

    @Test
    void aConverterInPlaceOfAllOthersMasks() {
        try (App app = App.start(InPlaceOfAll.class, AnswersTest.DECLARATION)) {
            assertMasked(app);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Boots.class)
    static class OnItsOwn extends WebMvcConfigurationSupport {}

    @Test
    void anApplicationThatAsksNoConfigurerIsMaskedButForFunctionalEndpoints(CapturedOutput output) {
        try (App app = App.start(OnItsOwn.class, AnswersTest.DECLARATION)) {
            assertThat(app.get("/order").body())
                    .contains("411111******1111")
                    .doesNotContain(Order.NAME, Order.EMAIL, Order.PAN);
        }
        assertThat(output).contains("functional endpoints, as the application extends WebMvcConfigurationSupport");
    }
}
