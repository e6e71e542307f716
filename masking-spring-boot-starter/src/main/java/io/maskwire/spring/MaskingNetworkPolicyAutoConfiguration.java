package io.maskwire.spring;

import io.maskwire.declaration.Declaration;
import io.maskwire.networkpolicy.NetworkPolicies;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Compiles the service's network policies, and shows them where the actuator is. */
@AutoConfiguration(after = {MaskingAutoConfiguration.class, MaskingConnectionAutoConfiguration.class})
@ConditionalOnClass(NetworkPolicies.class)
@ConditionalOnBean(Declaration.class)
@EnableConfigurationProperties(NetworkPolicyProperties.class)
public final class MaskingNetworkPolicyAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ServicePolicies maskwireServicePolicies(Declaration declaration, NetworkPolicyProperties properties) {
        return new ServicePolicies(declaration, properties.declarations());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
    static final class Shown {

        @Bean
        @ConditionalOnMissingBean
        @ConditionalOnAvailableEndpoint
        NetworkPolicyEndpoint maskwireNetworkPolicyEndpoint(ServicePolicies policies, ServiceConnections connections) {
            return new NetworkPolicyEndpoint(policies, connections);
        }
    }
}
