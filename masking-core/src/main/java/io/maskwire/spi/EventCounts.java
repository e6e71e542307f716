package io.maskwire.spi;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts events by action, outlet, class and audience. The number of counters is bounded by what the policy names.
 * Safe for use by many threads.
 */
public final class EventCounts implements EventSink {

    private final ConcurrentHashMap<MaskingEvent, LongAdder> counts = new ConcurrentHashMap<>();

    @Override
    public void accept(MaskingEvent event) {
        // Asked alone, computeIfAbsent may take a lock for an event it knows.
        LongAdder count = counts.get(event);
        (count == null ? counts.computeIfAbsent(event, first -> new LongAdder()) : count).increment();
    }

    /** How often this happened so far. */
    public long of(MaskingEvent event) {
        LongAdder count = counts.get(event);
        return count == null ? 0 : count.sum();
    }

    /** The counts so far, in a fixed order. */
    public Map<MaskingEvent, Long> snapshot() {
        Map<MaskingEvent, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue().sum()));
        return sorted;
    }
}
