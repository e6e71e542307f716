package io.maskwire.spring;

import io.maskwire.spi.EventCounts;
import io.maskwire.spi.MaskingEvent;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;

/** Shows the counts of events as the counter {@code maskwire.events}. */
final class EventMetrics implements MeterBinder {

    private final Events events;
    private final EventCounts counts;

    EventMetrics(Events events, EventCounts counts) {
        this.events = events;
        this.counts = counts;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        events.listen(event -> register(registry, event));
    }

    private void register(MeterRegistry registry, MaskingEvent event) {
        FunctionCounter.builder("maskwire.events", counts, current -> current.of(event))
                .description("What happened to classified values")
                .tag("action", event.action().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .tag("outlet", event.outlet().optionName())
                .tag("class", event.dataClass())
                .tag("audience", event.audience())
                .register(registry);
    }
}
