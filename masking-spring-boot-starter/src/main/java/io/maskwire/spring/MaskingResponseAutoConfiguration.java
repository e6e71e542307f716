package io.maskwire.spring;

import io.maskwire.Masking;
import io.maskwire.declaration.Declaration;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.DelegatingWebMvcConfiguration;
import tools.jackson.databind.json.JsonMapper;

/** Masks the answers of a servlet application for the caller. */
@AutoConfiguration(
        after = MaskingAutoConfiguration.class,
        afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({
    Filter.class,
    DispatcherServlet.class,
    JsonMapper.class,
    ServerHttpMessageConvertersCustomizer.class
})
@ConditionalOnBean(JsonMapper.class)
public final class MaskingResponseAutoConfiguration {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ResponseGuard maskwireResponseGuard(Masking masking, JsonMapper mapper) {
        return new ResponseGuard(new MaskedJson(masking, mapper));
    }

    @Bean
    static MvcGuard maskwireMvcGuard(ObjectProvider<ResponseGuard> guard) {
        return new MvcGuard(guard);
    }

    @Bean
    Coverage maskwireAnswerCoverage() {
        return new Coverage(Coverage.Way.ANSWERS, () -> true);
    }

    @Bean
    Coverage maskwireFunctionalEndpointCoverage(ListableBeanFactory beans) {
        // Nothing asks a WebMvcConfigurer unless this type does.
        return new Coverage(
                Coverage.Way.FUNCTIONAL_ENDPOINTS,
                () -> beans.getBeanNamesForType(DelegatingWebMvcConfiguration.class, true, false).length > 0);
    }

    @Bean
    FilterRegistrationBean<AudienceFilter> maskwireAudienceFilter(
            CallerResolver callers, Declaration declaration, Masking masking) {
        AudienceResolver audiences = new AudienceResolver(callers, new ServedEdge(declaration), masking.policy());
        FilterRegistrationBean<AudienceFilter> registration =
                new FilterRegistrationBean<>(new AudienceFilter(audiences));
        registration.setName("maskwireAudienceFilter");
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        // The last of all, so that it sees what any other filter authenticated.
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.security.core.context.SecurityContextHolder")
    @ConditionalOnMissingBean(CallerResolver.class)
    static final class WithSecurity {

        @Bean
        CallerResolver maskwireCallerResolver(Declaration declaration) {
            CertificateCallers certificates =
                    new CertificateCallers(declaration.identity().spiffe());
            SecurityCallers authenticated = new SecurityCallers(declaration);
            return request -> Caller.both(certificates.of(request), authenticated.current());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingClass("org.springframework.security.core.context.SecurityContextHolder")
    @ConditionalOnMissingBean(CallerResolver.class)
    static final class WithoutSecurity {

        @Bean
        CallerResolver maskwireCallerResolver(Declaration declaration) {
            return new CertificateCallers(declaration.identity().spiffe())::of;
        }
    }
}
