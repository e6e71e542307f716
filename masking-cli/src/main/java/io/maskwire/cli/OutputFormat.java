package io.maskwire.cli;

import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** How results are written. */
enum OutputFormat {
    TEXT,
    JSON;

    static OutputFormat of(String text) {
        for (OutputFormat format : values()) {
            if (format.toString().equals(text)) {
                return format;
            }
        }
        throw new TypeConversionException("write text or json");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
