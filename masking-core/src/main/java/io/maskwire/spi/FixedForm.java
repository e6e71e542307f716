package io.maskwire.spi;

/**
 * The text that stands for every value of one classification, for one audience at one outlet. Immutable and safe for
 * use by many threads and documents.
 */
public final class FixedForm {

    private final String text;
    private final MaskingEvent event;
    private final EventSink events;

    FixedForm(String text, MaskingEvent event, EventSink events) {
        this.text = text;
        this.event = event;
        this.events = events;
    }

    /** The text to write in the place of one value; counts that value. */
    public String counted() {
        events.accept(event);
        return text;
    }
}
