package io.maskwire.cli;

import io.maskwire.networkpolicy.report.FindingReport;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** How findings are written. */
enum ReportFormat {
    TEXT,
    JSON,
    MARKDOWN,
    SARIF;

    static ReportFormat of(String text) {
        for (ReportFormat format : values()) {
            if (format.toString().equals(text)) {
                return format;
            }
        }
        throw new TypeConversionException("write text, json, markdown or sarif");
    }

    /** The report in this format, without the end of its last line. */
    String of(FindingReport report) {
        return switch (this) {
            case TEXT -> String.join("\n", report.text());
            case JSON -> report.json();
            case MARKDOWN -> report.markdown().stripTrailing();
            case SARIF -> report.sarif();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
