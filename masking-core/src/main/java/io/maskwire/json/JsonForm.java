package io.maskwire.json;

/** How an input is made of JSON texts. */
public enum JsonForm {
    /** One JSON text, with white space around it. */
    DOCUMENT,
    /**
     * One JSON text a line (NDJSON, JSON Lines). Empty lines may be between them; inside a text no line may end. No text
     * at all is fine.
     */
    LINES,
    /** JSON texts one after another, with or without white space between them; two scalars need some. None is fine. */
    CONCATENATED,
    /**
     * Server-sent events, each of whose data is one JSON text on one or several {@code data:} lines. Data that is not
     * JSON is replaced by the marker; names, ids, retry times and comments of events pass as they are, other lines, which
     * readers ignore, are left out.
     */
    EVENTS
}
