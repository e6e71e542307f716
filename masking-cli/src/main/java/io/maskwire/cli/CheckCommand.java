package io.maskwire.cli;

import io.maskwire.declaration.files.DeclarationFiles;
import io.maskwire.declaration.files.ReadFleet;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.check.WholeCheck;
import io.maskwire.networkpolicy.manifest.ManifestFiles;
import io.maskwire.networkpolicy.manifest.ManifestReader;
import io.maskwire.networkpolicy.manifest.Resources;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code maskwire netpol check}. */
@Command(
        name = "check",
        description = {
            "Says what declarations open, close or show that they shouldn't, and where that is declared.",
            "Without options: data on edges. Each option adds a comparison. Writes nothing."
        })
final class CheckCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "DECL",
            description = "A declaration, or a folder with declarations, as for generate.")
    private List<Path> declarations = List.of();

    @Option(
            names = "--fleet",
            paramLabel = "FILE",
            description = "The fleet's name and platform peers; default: the fleet.yml in a given folder.")
    private @Nullable Path fleet;

    @Option(
            names = "--against",
            paramLabel = "PATH",
            description = "A folder with manifests, or an export of a cluster's policies: compared by meaning. May be"
                    + " repeated.")
    private List<Path> against = List.of();

    @Option(
            names = "--base",
            paramLabel = "DECL",
            description = "The declarations as they were before: says what changes. May be repeated.")
    private List<Path> base = List.of();

    @Option(
            names = "--workloads",
            paramLabel = "PATH",
            description = "Rendered manifests of workloads and Services: says what doesn't fit them. May be repeated.")
    private List<Path> workloads = List.of();

    @Option(
            names = "--env",
            paramLabel = "NAME",
            description = "The environment: environments/NAME.yml beside the fleet's file.")
    private @Nullable String environment;

    @Option(
            names = "--today",
            paramLabel = "YYYY-MM-DD",
            description = "The day by which guests and acceptances end; default: today, by UTC.")
    private LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Mixin
    private ReportOutput output = new ReportOutput();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return output.tell(console, this::findings);
    }

    private List<Finding> findings() {
        DeclarationFiles files = DeclarationFiles.find(
                declarations, Optional.ofNullable(fleet), Optional.ofNullable(environment), console::message);
        ReadFleet read = ReadFleet.of(files, console::message);
        WholeCheck check = new WholeCheck(
                base.isEmpty() ? Optional.empty() : Optional.of(base(files)), resources(against), resources(workloads));
        return check.findings(read, today);
    }

    /** What was declared before; a base without a fleet's file had the one of today. */
    private ReadFleet base(DeclarationFiles now) {
        DeclarationFiles before = DeclarationFiles.find(base, Optional.empty(), Optional.empty(), console::message);
        return ReadFleet.of(before.in(now, Optional.ofNullable(environment)), console::message);
    }

    private Optional<Resources> resources(List<Path> paths) {
        if (paths.isEmpty()) {
            return Optional.empty();
        }
        Resources resources = ManifestReader.read(ManifestFiles.find(paths));
        resources.findings().forEach(finding -> console.message(finding.toString()));
        return Optional.of(resources);
    }
}
