package io.maskwire.maven;

import io.maskwire.declaration.DeclarationException;
import io.maskwire.declaration.files.DeclarationFiles;
import io.maskwire.declaration.files.ReadFleet;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.ManifestException;
import io.maskwire.networkpolicy.manifest.RefusedManifestException;
import io.maskwire.networkpolicy.report.FailOn;
import io.maskwire.networkpolicy.report.FindingReport;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that reads the declarations of a fleet. Its errors name files and lines, and quote no value of data. */
public abstract class FleetMojo extends AbstractMojo {

    /**
     * Declarations, and folders with declarations: in them every {@code maskwire.yml} and every other {@code *.yml} with
     * {@code service:} at the start of a line counts, outside of hidden folders, {@code target}, {@code build},
     * {@code node_modules} and {@code src/test}. All services that are called must be among them. Default: the project's
     * folder.
     */
    @Parameter(property = "maskwire.declarations")
    List<File> declarations = List.of();

    /** The fleet's file. Default: the {@code fleet.yml} in one of the folders; without one there is no platform peer but DNS. */
    @Parameter(property = "maskwire.fleet")
    @Nullable
    File fleet;

    /** The environment: {@code environments/NAME.yml} beside the fleet's file. Default: none. */
    @Parameter(property = "maskwire.env")
    @Nullable
    String environment;

    /** The day by which guests and acceptances end, as {@code YYYY-MM-DD}. Default: today, by UTC. */
    @Parameter(property = "maskwire.today")
    @Nullable
    String today;

    /** Does nothing. */
    @Parameter(property = "maskwire.skip", defaultValue = "false")
    boolean skip;

    @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
    File basedir = new File("");

    FleetMojo() {}

    @Override
    public final void execute() throws MojoFailureException {
        if (skip) {
            getLog().info("skipped (maskwire.skip)");
            return;
        }
        try {
            run();
        } catch (DeclarationException | ManifestException | RefusedManifestException e) {
            throw new MojoFailureException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Does the goal's work. */
    abstract void run() throws MojoFailureException;

    DeclarationFiles files() {
        List<Path> given = paths(declarations.isEmpty() ? List.of(basedir) : declarations);
        return DeclarationFiles.find(
                given, Optional.ofNullable(fleet).map(File::toPath), Optional.ofNullable(environment), getLog()::info);
    }

    ReadFleet read(DeclarationFiles files) {
        return ReadFleet.of(files, getLog()::info);
    }

    static List<Path> paths(List<File> files) {
        return files.stream().map(File::toPath).toList();
    }

    LocalDate day() throws MojoFailureException {
        try {
            return today == null ? LocalDate.now(ZoneOffset.UTC) : LocalDate.parse(today);
        } catch (DateTimeParseException e) {
            throw new MojoFailureException("maskwire.today: write YYYY-MM-DD", e);
        }
    }

    /** Tells findings; fails if one of them is among those that the list names. */
    void tell(List<Finding> found, @Nullable String failOn) throws MojoFailureException {
        FailOn limit = limit(failOn);
        FindingReport report = new FindingReport(found);
        for (Finding finding : report.findings()) {
            switch (finding.rule().severity()) {
                case ERROR -> getLog().error(finding.toString());
                case WARNING -> getLog().warn(finding.toString());
                case NOTE -> getLog().info(finding.toString());
            }
        }
        List<String> lines = report.text();
        String sum = lines.get(lines.size() - 1);
        getLog().info(sum);
        if (limit.fails(report.findings())) {
            throw new MojoFailureException(sum + "; settle what stands above, or see maskwire.failOn");
        }
    }

    static FailOn limit(@Nullable String failOn) throws MojoFailureException {
        return failOn == null ? FailOn.USUAL : word("maskwire.failOn", failOn, FailOn::of);
    }

    /** What a property's word means; a wrong one fails with what the property takes. */
    static <T> T word(String property, String written, Function<String, T> of) throws MojoFailureException {
        try {
            return of.apply(written);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(property + ": " + e.getMessage(), e);
        }
    }
}
