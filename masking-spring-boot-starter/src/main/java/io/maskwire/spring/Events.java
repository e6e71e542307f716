package io.maskwire.spring;

import io.maskwire.spi.EventCounts;
import io.maskwire.spi.EventSink;
import io.maskwire.spi.MaskingEvent;
import io.maskwire.spi.MaskingEvent.Action;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Counts what happens to values, and tells of each kind of event once: in the log where somebody should look, and to
 * whoever listens. Safe for use by many threads.
 */
final class Events implements EventSink {

    private static final Log LOG = LogFactory.getLog("io.maskwire.events");
    private static final Set<Action> QUIET =
            EnumSet.of(Action.MASKED, Action.GIVEN_CLEAR, Action.REFUSED, Action.REVEALED);

    private final EventCounts counts;
    private final Set<MaskingEvent> seen = ConcurrentHashMap.newKeySet();
    private final List<Consumer<MaskingEvent>> listeners = new CopyOnWriteArrayList<>();

    Events(EventCounts counts) {
        this.counts = counts;
    }

    @Override
    public void accept(MaskingEvent event) {
        counts.accept(event);
        if (!seen.contains(event) && seen.add(event)) {
            tell(event);
        }
    }

    private void tell(MaskingEvent event) {
        if (!QUIET.contains(event.action())) {
            LOG.warn(event.action().name().toLowerCase(Locale.ROOT).replace('_', '-') + ": class " + event.dataClass()
                    + " for " + event.audience() + " in " + event.outlet().optionName()
                    + "; counted from now on, told once");
        }
        listeners.forEach(listener -> listener.accept(event));
    }

    /** Tells a listener of each kind of event, those that were seen before first. */
    void listen(Consumer<MaskingEvent> listener) {
        listeners.add(listener);
        seen.forEach(listener);
    }
}
