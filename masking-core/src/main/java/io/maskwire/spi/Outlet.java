package io.maskwire.spi;

import java.util.Locale;

/** A way data leaves a process. */
public enum Outlet {
    /** A value masked by a direct call. */
    CALL,
    /** The body of an answer to an HTTP request. */
    HTTP_RESPONSE,
    /** The body of an HTTP request to somebody else. */
    HTTP_REQUEST,
    /** JSON written by a mapper, wherever it goes. */
    JSON,
    /** Free text, such as the message of a log. */
    TEXT;

    /** The name used in metrics and messages, such as {@code http-response}. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
