package io.maskwire.samples.shop.orders;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Anybody may look at an order, and sees what the declaration leaves for them; only a clerk may pay it. */
@Configuration(proxyBeanMethods = false)
class Security {

    @Bean
    SecurityFilterChain rules(HttpSecurity http) {
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers(HttpMethod.GET, "/orders/*", "/actuator/health")
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, "/orders/*/pay")
                                .hasRole("clerk")
                                .anyRequest()
                                .denyAll())
                .oauth2ResourceServer(server -> server.jwt(withDefaults()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
