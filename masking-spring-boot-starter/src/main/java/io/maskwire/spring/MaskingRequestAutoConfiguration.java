package io.maskwire.spring;

import io.maskwire.Masking;
import io.maskwire.declaration.Declaration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.converter.autoconfigure.ClientHttpMessageConvertersCustomizer;
import org.springframework.boot.restclient.RestTemplateCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.ClientHttpRequestFactory;
import tools.jackson.databind.json.JsonMapper;

/** Masks the requests of this service for the edge they go to, once the declaration says which edges there are. */
@AutoConfiguration(
        after = MaskingAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
            "org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration"
        })
@ConditionalOnClass({ClientHttpRequestFactory.class, JsonMapper.class, ClientHttpMessageConvertersCustomizer.class})
// Without a customizer of Boot's, as in a reactive application, ours would take the client's own converters away.
@ConditionalOnBean({JsonMapper.class, ClientHttpMessageConvertersCustomizer.class})
public final class MaskingRequestAutoConfiguration {

    @Bean
    Outbound maskwireOutbound(MaskingProperties properties, Declaration declaration, Masking masking) {
        Edges edges = new EdgesOfDeclaration(declaration, properties.urls()).edges();
        return new Outbound(masking.engine(), edges, properties.outbound().undeclared(), declaration.callsDeclared());
    }

    @Bean
    Coverage maskwireRequestCoverage(Outbound outbound) {
        return new Coverage(Coverage.Way.REQUESTS, outbound::governs);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    RequestGuard maskwireRequestGuard(Masking masking, JsonMapper mapper, Outbound outbound) {
        return new RequestGuard(new MaskedJson(masking, mapper), outbound);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RestTemplateCustomizer.class)
    static final class Templates {

        /** Reaches the converters that an application gives a builder of templates itself. */
        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE)
        RestTemplateCustomizer maskwireRestTemplateCustomizer(RequestGuard guard) {
            return template -> guard.guardGoverned(template.getMessageConverters());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ClientHttpRequestFactoryBuilder.class)
    static final class Redirects {

        @Bean
        static ClientGuard maskwireClientGuard(ObjectProvider<Outbound> outbound) {
            return new ClientGuard(outbound);
        }
    }
}
