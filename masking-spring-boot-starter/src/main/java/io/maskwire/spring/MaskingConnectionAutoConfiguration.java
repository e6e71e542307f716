package io.maskwire.spring;

import io.maskwire.declaration.Declaration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** Compares what the application is configured to connect to with the edges it declares. */
@AutoConfiguration(after = MaskingAutoConfiguration.class)
@ConditionalOnBean(Declaration.class)
public final class MaskingConnectionAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ServiceConnections maskwireServiceConnections(
            Declaration declaration, MaskingProperties properties, ListableBeanFactory beans, Environment environment) {
        return new ServiceConnections(
                declaration,
                () -> SpringConnections.of(beans, environment),
                EdgesOfDeclaration.configured(properties.urls()));
    }

    @Bean
    @Lazy(false)
    ConnectionsAtStart maskwireConnectionsAtStart(ServiceConnections connections, Declaration declaration) {
        return new ConnectionsAtStart(connections, declaration.callsDeclared());
    }
}
