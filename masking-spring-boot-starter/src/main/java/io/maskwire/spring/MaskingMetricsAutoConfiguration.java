package io.maskwire.spring;

import io.maskwire.spi.EventCounts;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Shows what happens to values as metrics. */
@AutoConfiguration(after = MaskingAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
public final class MaskingMetricsAutoConfiguration {

    @Bean
    EventMetrics maskwireEventMetrics(Events events, EventCounts counts) {
        return new EventMetrics(events, counts);
    }
}
