package io.maskwire.samples.shop.orders;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** Both kinds of client this service uses carry its own token. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "payments", types = Payments.class)
class Clients {

    @Bean
    RestClientCustomizer serviceToken(@Value("${shop.token}") Path file) {
        return builder -> builder.requestInterceptor(new ServiceToken(file));
    }
}
