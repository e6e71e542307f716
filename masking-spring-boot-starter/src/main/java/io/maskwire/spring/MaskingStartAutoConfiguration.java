package io.maskwire.spring;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Says when the application starts what Maskwire does not look at. */
@AutoConfiguration(after = {MaskingResponseAutoConfiguration.class, MaskingRequestAutoConfiguration.class})
public final class MaskingStartAutoConfiguration {

    @Bean
    @Lazy(false)
    NotCovered maskwireNotCovered(ObjectProvider<Coverage> coverages) {
        return new NotCovered(coverages);
    }
}
