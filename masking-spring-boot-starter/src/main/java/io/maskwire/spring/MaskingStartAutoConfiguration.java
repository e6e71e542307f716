package io.maskwire.spring;

import io.maskwire.declaration.Declaration;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Says when the application starts what Maskwire does not look at. */
@AutoConfiguration(after = {MaskingResponseAutoConfiguration.class, MaskingRequestAutoConfiguration.class})
public final class MaskingStartAutoConfiguration {

    @Bean
    NotCovered maskwireNotCovered(Declaration declaration, BeanFactory beans) {
        boolean answers = beans.containsBean("maskwireResponseGuard");
        boolean requests = beans.containsBean("maskwireRequestGuard") && declaration.callsDeclared();
        return new NotCovered(answers, requests);
    }
}
