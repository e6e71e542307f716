package io.maskwire.cli;

import io.maskwire.declaration.ServiceName;
import io.maskwire.declaration.files.DeclarationFiles;
import io.maskwire.declaration.files.ReadFleet;
import io.maskwire.networkpolicy.Change;
import io.maskwire.networkpolicy.Finding.Severity;
import io.maskwire.networkpolicy.ManifestFolder;
import io.maskwire.networkpolicy.Manifests;
import io.maskwire.networkpolicy.NetworkPolicies;
import io.maskwire.networkpolicy.Profile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code maskwire netpol generate}. */
@Command(
        name = "generate",
        description = {
            "Writes one policy for each declared service and one default deny for each namespace.",
            "The same declarations write the same bytes; files of others are left alone."
        })
final class GenerateCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "DECL",
            description = "A declaration, or a folder: every maskwire.yml below it, and every other *.yml with service:"
                    + " at the start of a line; not in hidden folders, target, build, node_modules and src/test.")
    private List<Path> declarations = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder the manifests go to.")
    private Path out = Path.of("");

    @Option(
            names = "--fleet",
            paramLabel = "FILE",
            description = "The fleet's name and platform peers; default: the fleet.yml in a given folder.")
    private @Nullable Path fleet;

    @Option(
            names = "--remove",
            paramLabel = "NS/NAME",
            description = "A service that is gone: deletes its policy. May be repeated.")
    private List<ServiceName> remove = List.of();

    @Option(
            names = "--env",
            paramLabel = "NAME",
            description = "The environment: environments/NAME.yml beside the fleet's file.")
    private @Nullable String environment;

    @Option(
            names = "--today",
            paramLabel = "YYYY-MM-DD",
            description = "The day by which guests and acceptances end; default: today, by UTC. No file depends on it.")
    private LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description =
                    "core: networking.k8s.io/v1 (default). cilium: hosts by name; cilium-staged: the same, denying"
                            + " nothing yet; calico-staged: previews. Only core is tried, the others are checked against their"
                            + " schemas. One folder for each.")
    private Profile profile = Profile.CORE;

    @Mixin
    private Output output = new Output();

    GenerateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return output.tell(console, this::generate);
    }

    private int generate() {
        DeclarationFiles files = DeclarationFiles.find(
                declarations, Optional.ofNullable(fleet), Optional.ofNullable(environment), console::message);
        ReadFleet read = ReadFleet.of(files, console::message);
        if (files.fleet().isEmpty()) {
            console.message("no fleet.yml: the fleet is called " + read.fleet().name()
                    + " and has no platform peer but dns in kube-system");
        }
        Manifests manifests = NetworkPolicies.generate(read.fleet(), read.declarations(), today, profile);
        List<Change> changes = new ManifestFolder(out).write(manifests, new TreeSet<>(remove));
        GenerateReport report = new GenerateReport(read, manifests, changes);
        if (output.isJson()) {
            console.result(Json.of(report.json()));
        } else {
            report.lines(out).forEach(console::result);
        }
        boolean fine =
                manifests.findings().stream().allMatch(finding -> finding.rule().severity() == Severity.NOTE);
        return fine ? ExitCode.FINE : ExitCode.FINDINGS;
    }
}
