package io.maskwire.cli;

import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** What the data is that is masked. */
enum DataFormat {
    JSON,
    NDJSON,
    TEXT;

    static DataFormat of(String text) {
        for (DataFormat format : values()) {
            if (format.toString().equals(text)) {
                return format;
            }
        }
        throw new TypeConversionException("write json, ndjson or text");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
