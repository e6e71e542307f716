package io.maskwire.cli;

import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.report.FailOn;
import io.maskwire.networkpolicy.report.FindingReport;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that tell findings. */
final class ReportOutput {

    @Option(
            names = "--fail-on",
            paramLabel = "LIST",
            description =
                    "Which findings end with 1: opens, closes, data, error, stale, notes, joined by commas, or none;"
                            + " default: all but notes.")
    private @Nullable FailOn failOn;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "How findings are written: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ReportFormat format = ReportFormat.TEXT;

    /** Looks for findings and tells them; tells why if that was refused. */
    int tell(Console console, Supplier<List<Finding>> work) {
        return Output.tell(console, format == ReportFormat.JSON, () -> {
            FindingReport report = new FindingReport(work.get());
            console.result(format.of(report));
            boolean fails = (failOn == null ? FailOn.USUAL : failOn).fails(report.findings());
            return fails ? ExitCode.FINDINGS : ExitCode.FINE;
        });
    }
}
