package io.maskwire.cli;

import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** How connections are written. */
enum GraphFormat {
    TEXT,
    JSON,
    CSV,
    DOT,
    MERMAID;

    static GraphFormat of(String text) {
        for (GraphFormat format : values()) {
            if (format.toString().equals(text)) {
                return format;
            }
        }
        throw new TypeConversionException("write text, json, csv, dot or mermaid");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
