package io.maskwire.samples.shop.payments;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Only {@code orders} may have a card authorised; only the sample's inspector sees what was received. */
@Configuration(proxyBeanMethods = false)
class Security {

    @Bean
    SecurityFilterChain rules(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/actuator/health")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/authorizations")
                        .access(service("shop/orders"))
                        .requestMatchers(HttpMethod.GET, "/authorizations/last")
                        .hasRole("inspector")
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(withDefaults()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> service(String name) {
        return (caller, request) -> new AuthorizationDecision(
                caller.get().getPrincipal() instanceof Jwt token && name.equals(token.getClaimAsString("azp")));
    }
}
