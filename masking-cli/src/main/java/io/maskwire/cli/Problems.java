package io.maskwire.cli;

import io.maskwire.json.JsonException;

/** Words the library's errors for somebody who looks at a file. */
final class Problems {

    private Problems() {}

    /** What is wrong, at which byte of an input whose part begins at a byte. */
    static String of(JsonException e, long start) {
        String message = String.valueOf(e.getMessage());
        int end = message.lastIndexOf(';');
        return (end < 0 ? message : message.substring(0, end))
                .replace("at offset " + e.offset(), "at byte " + (start + e.offset()));
    }
}
