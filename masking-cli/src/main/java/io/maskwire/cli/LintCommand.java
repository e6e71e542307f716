package io.maskwire.cli;

import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.lint.Lint;
import io.maskwire.networkpolicy.manifest.ManifestFiles;
import io.maskwire.networkpolicy.manifest.ManifestReader;
import io.maskwire.networkpolicy.manifest.Resources;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code maskwire netpol lint}. */
@Command(
        name = "lint",
        description = {
            "Finds the usual mistakes in policies written by hand, with the workloads and Services around them.",
            "A policy accepts one by the annotation maskwire.io/accept: \"RULE: REASON\"."
        })
final class LintCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "MANIFESTS",
            description = "A file with manifests, or a folder: every *.yaml, *.yml and *.json below it.")
    private List<Path> manifests = List.of();

    @Mixin
    private ReportOutput output = new ReportOutput();

    LintCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return output.tell(console, this::findings);
    }

    private List<Finding> findings() {
        Resources resources = ManifestReader.read(ManifestFiles.find(manifests));
        console.message("read " + resources.policies().size() + " policies, "
                + resources.workloads().size() + " workloads, "
                + resources.services().size() + " Services");
        return Lint.check(resources);
    }
}
