package io.maskwire.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** Redirects under an HTTP client that the application customizes. */
class RedirectsTest {

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Shop {

        @Bean
        ClientHttpRequestFactoryBuilderCustomizer<JdkClientHttpRequestFactoryBuilder> follows() {
            return builder -> builder.withHttpClientCustomizer(
                    client -> client.followRedirects(HttpClient.Redirect.ALWAYS));
        }
    }

    @Test
    void aClientCustomizedToFollowCarriesNoBodyElsewhere() {
        try (Outside payments = Outside.https();
                Outside stranger = Outside.https();
                App app = App.startPlain(
                        Shop.class,
                        RequestsTest.DECLARATION,
                        App.with(
                                Tls.client(),
                                "spring.http.clients.imperative.factory=jdk",
                                "masking.urls.payments=" + payments.url()))) {
            assertThat(app.bean(ClientHttpRequestFactoryBuilder.class))
                    .isInstanceOf(FollowingRequestFactoryBuilder.class);
            RestClient client = app.bean(RestClient.Builder.class).build();

            assertThatThrownBy(() -> client.post()
                            .uri(payments.redirecting(307, stranger.url("/taken")))
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(Order.canary())
                            .retrieve()
                            .toBodilessEntity())
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining(stranger.url());
            assertThat(payments.arrived()).hasSize(1);
            assertThat(stranger.arrived()).isEmpty();
        }
    }
}
