package io.maskwire.json;

import java.util.Objects;

/**
 * An input can't be masked: it is not JSON, is over a limit, or is in another encoding.
 *
 * <p>Says where and what was expected; holds nothing of the input.
 */
public final class JsonException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why an input can't be masked. */
    public enum Reason {
        /** It is not what RFC 8259 calls a JSON text, or not well-formed UTF-8. */
        MALFORMED,
        /** It is over one of the {@link JsonLimits}. */
        LIMIT,
        /** It is in an encoding other than UTF-8. */
        ENCODING
    }

    private final Reason reason;
    private final long offset;

    private JsonException(Reason reason, String message, long offset) {
        super(message + "; nothing from there on was masked or written");
        this.reason = Objects.requireNonNull(reason, "reason");
        this.offset = offset;
    }

    static JsonException malformed(String what, long offset) {
        return new JsonException(Reason.MALFORMED, "No valid JSON at offset " + offset + ": " + what, offset);
    }

    static JsonException limit(String what, long offset) {
        return new JsonException(Reason.LIMIT, what + " at offset " + offset, offset);
    }

    static JsonException encoding(String name) {
        return new JsonException(
                Reason.ENCODING, "The input is " + name + "; convert it to UTF-8, which RFC 8259 asks for", 0);
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Where, counted from 0: in bytes, for a {@code String} in its characters. */
    public long offset() {
        return offset;
    }
}
