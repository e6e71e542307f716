package io.maskwire.spring;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.HandlerExceptionResolverComposite;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Guards the converters that Spring MVC ends up with: also those that the application put into the list after Spring
 * Boot had built it, and those of an application that configures Spring MVC without Spring Boot.
 */
final class MvcGuard implements WebMvcConfigurer, BeanPostProcessor, Ordered {

    private final ObjectProvider<ResponseGuard> guard;

    MvcGuard(ObjectProvider<ResponseGuard> guard) {
        this.guard = guard;
    }

    /** The last configurer, and the last thing any configurer may do. Functional endpoints have no other place. */
    @Override
    @SuppressWarnings("removal")
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        guard.getObject().guard(converters);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof RequestMappingHandlerAdapter adapter) {
            guard.getObject().guard(adapter.getMessageConverters());
        } else if (bean instanceof HandlerExceptionResolverComposite all) {
            all.getExceptionResolvers().forEach(this::guard);
        } else if (bean instanceof HandlerExceptionResolver one) {
            guard(one);
        }
        return bean;
    }

    private void guard(HandlerExceptionResolver resolver) {
        if (resolver instanceof ExceptionHandlerExceptionResolver answering) {
            guard.getObject().guard(answering.getMessageConverters());
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
