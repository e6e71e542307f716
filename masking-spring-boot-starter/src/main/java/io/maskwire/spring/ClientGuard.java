package io.maskwire.spring;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;

/** Puts our following of redirects in front of the application's HTTP client, whoever uses it. */
final class ClientGuard implements BeanPostProcessor {

    private final ObjectProvider<Outbound> outbound;

    ClientGuard(ObjectProvider<Outbound> outbound) {
        this.outbound = outbound;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof ClientHttpRequestFactoryBuilder<?> builder)
                || bean instanceof FollowingRequestFactoryBuilder) {
            return bean;
        }
        Outbound rules = outbound.getObject();
        return rules.enforces() ? new FollowingRequestFactoryBuilder(builder, rules) : bean;
    }
}
