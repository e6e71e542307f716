package io.maskwire.maven;

import io.maskwire.declaration.files.DeclarationFiles;
import io.maskwire.declaration.files.ReadFleet;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.check.WholeCheck;
import io.maskwire.networkpolicy.manifest.ManifestFiles;
import io.maskwire.networkpolicy.manifest.ManifestReader;
import io.maskwire.networkpolicy.manifest.Resources;
import io.maskwire.networkpolicy.report.FindingReport;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Says what declarations open, close or show that they shouldn't, and where that is declared, and fails the build.
 * Without more parameters: data on edges. {@code against}, {@code base} and {@code workloads} each add a comparison. Writes
 * nothing but the report, if one is asked for.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends FleetMojo {

    /** Folders with manifests, or exports of a cluster's policies: compared by meaning. Default: none. */
    @Parameter(property = "maskwire.against")
    List<File> against = List.of();

    /** The declarations as they were before: says what changes. Default: none. */
    @Parameter(property = "maskwire.base")
    List<File> base = List.of();

    /** Rendered manifests of workloads and Services: says what doesn't fit them. Default: none. */
    @Parameter(property = "maskwire.workloads")
    List<File> workloads = List.of();

    /**
     * Which findings fail the build: {@code opens}, {@code closes}, {@code data}, {@code error}, {@code stale},
     * {@code notes}, joined by commas, or {@code none}. Default: all but notes.
     */
    @Parameter(property = "maskwire.failOn")
    @Nullable
    String failOn;

    /**
     * A file for the findings, written whether or not they fail the build; its name ends with {@code .txt}, {@code .json},
     * {@code .md} or {@code .sarif}, which is the format. Default: none.
     */
    @Parameter(property = "maskwire.report")
    @Nullable
    File report;

    /** For Maven. */
    public CheckMojo() {}

    @Override
    void run() throws MojoFailureException {
        limit(failOn);
        Optional<ReportFile> file = report == null ? Optional.empty() : Optional.of(ReportFile.of(report));
        if (file.isPresent()) {
            file.get().clear();
        }
        List<Finding> findings = findings();
        if (file.isPresent()) {
            file.get().write(new FindingReport(findings));
            getLog().info("wrote " + file.get());
        }
        tell(findings, failOn);
    }

    private List<Finding> findings() throws MojoFailureException {
        DeclarationFiles files = files();
        ReadFleet read = read(files);
        WholeCheck check = new WholeCheck(
                base.isEmpty() ? Optional.empty() : Optional.of(base(files)), resources(against), resources(workloads));
        return check.findings(read, day());
    }

    /** What was declared before; a base without a fleet's file had the one of today. */
    private ReadFleet base(DeclarationFiles now) {
        DeclarationFiles before =
                DeclarationFiles.find(paths(base), Optional.empty(), Optional.empty(), getLog()::info);
        return read(before.in(now, Optional.ofNullable(environment)));
    }

    private Optional<Resources> resources(List<File> files) {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        Resources resources = ManifestReader.read(ManifestFiles.find(paths(files)));
        resources.findings().forEach(finding -> getLog().warn(finding.toString()));
        return Optional.of(resources);
    }
}
