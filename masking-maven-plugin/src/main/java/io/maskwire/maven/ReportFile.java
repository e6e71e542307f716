package io.maskwire.maven;

import io.maskwire.networkpolicy.report.FindingReport;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;

/** A file with the findings, for whoever reads the build's results; its ending says in which format. */
final class ReportFile {

    private static final Map<String, Function<FindingReport, String>> FORMATS = Map.of(
            ".txt", report -> String.join("\n", report.text()),
            ".json", FindingReport::json,
            ".md", FindingReport::markdown,
            ".sarif", FindingReport::sarif);

    private final Path file;
    private final Function<FindingReport, String> format;

    private ReportFile(Path file, Function<FindingReport, String> format) {
        this.file = file;
        this.format = format;
    }

    /** The file, before anything is written; fails if its ending is none of the known ones. */
    static ReportFile of(File file) throws MojoFailureException {
        String name = file.getName();
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot);
        if (!FORMATS.containsKey(ending)) {
            throw new MojoFailureException("maskwire.report: end the file's name with "
                    + FORMATS.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return new ReportFile(file.toPath(), Objects.requireNonNull(FORMATS.get(ending)));
    }

    /** Takes an older report away, so that none stays that isn't of this build. */
    void clear() throws MojoFailureException {
        doing(() -> Files.deleteIfExists(file));
    }

    /** Writes the report, with the folders it needs. */
    void write(FindingReport report) throws MojoFailureException {
        String text = format.apply(report).stripTrailing() + "\n";
        doing(() -> {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            Files.writeString(file, text, StandardCharsets.UTF_8);
        });
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private interface Step {

        void run() throws IOException;
    }

    private void doing(Step step) throws MojoFailureException {
        try {
            step.run();
        } catch (IOException e) {
            throw new MojoFailureException(
                    file + ": can't be written (" + e.getClass().getSimpleName()
                            + "); check that this user may write there",
                    e);
        }
    }
}
