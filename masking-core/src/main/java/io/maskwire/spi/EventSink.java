package io.maskwire.spi;

/** Takes events as they happen, on the thread that writes; it must be quick, thread-safe and never throw. */
@FunctionalInterface
public interface EventSink {

    /** Takes one event. */
    void accept(MaskingEvent event);
}
