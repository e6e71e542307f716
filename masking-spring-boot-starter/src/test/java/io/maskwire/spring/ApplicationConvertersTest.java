package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** However an application configures its message converters, answers are masked. */
class ApplicationConvertersTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                AddsLast.class,
                AddsToTheList.class,
                HasAMapperForTheType.class,
                ConfiguresWithoutBoot.class,
            })
    void noneWritesPastThePolicy(Class<?> application) {
        try (App app = App.start(application, AnswersTest.DECLARATION)) {
            for (String path : List.of("/order", "/function", "/fails")) {
                assertThat(app.get(path).body())
                        .as(path)
                        .doesNotContain(Order.NAME, Order.EMAIL, Order.PAN)
                        .contains("411111******1111");
            }
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Orders.class)
    abstract static class Shop implements WebMvcConfigurer {

        @Bean
        SecurityFilterChain security(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }

        @Bean
        RouterFunction<ServerResponse> function() {
            return RouterFunctions.route()
                    .GET("/function", request -> ServerResponse.ok().body(Order.canary()))
                    .build();
        }
    }

    static class AddsLast extends Shop {

        @Override
        @SuppressWarnings("removal")
        public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
            converters.add(0, new JacksonJsonHttpMessageConverter());
        }
    }

    static class AddsToTheList extends Shop {

        @Override
        public void configureMessageConverters(ServerBuilder builder) {
            builder.configureMessageConvertersList(all -> all.add(0, new JacksonJsonHttpMessageConverter()));
        }
    }

    static class HasAMapperForTheType extends Shop {

        @Override
        public void configureMessageConverters(ServerBuilder builder) {
            builder.configureMessageConverters(HasAMapperForTheType::register);
        }

        private static void register(HttpMessageConverter<?> converter) {
            if (converter instanceof JacksonJsonHttpMessageConverter json) {
                json.registerMappersForType(
                        Order.class, mappers -> mappers.put(MediaType.APPLICATION_JSON, JsonMapper.shared()));
            }
        }
    }

    @EnableWebMvc
    static class ConfiguresWithoutBoot extends Shop {}

    @RestController
    static class Orders {

        @GetMapping("/order")
        Order order() {
            return Order.canary();
        }

        @GetMapping("/fails")
        Order fails() {
            throw new UnsupportedOperationException("Always");
        }

        @ExceptionHandler(UnsupportedOperationException.class)
        Order failed() {
            return Order.canary();
        }
    }
}
