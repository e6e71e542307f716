package io.maskwire.cli;

import io.maskwire.networkpolicy.manifest.ManifestFiles;
import io.maskwire.networkpolicy.manifest.ManifestReader;
import io.maskwire.networkpolicy.manifest.Resources;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reads manifests, and says what was read. */
final class ReadManifests {

    private ReadManifests() {}

    /** Reads files and folders; refuses what holds nothing to judge. */
    static Resources of(List<Path> paths, Console console) {
        Resources resources = ManifestReader.read(ManifestFiles.find(paths));
        String where = String.join(", ", paths.stream().map(Path::toString).toList());
        if (resources.policies().isEmpty() && resources.workloads().isEmpty()) {
            throw new Refusal(
                    where,
                    "there is no NetworkPolicy and no workload here",
                    "pass manifests or an export, such as: kubectl get"
                            + " networkpolicies,namespaces,services,pods,deployments -A -o yaml");
        }
        console.message("read " + where + ": " + resources.policies().size() + " policies, "
                + resources.workloads().size() + " workloads and pods, "
                + resources.services().size() + " Services, "
                + resources.namespaces().size() + " Namespaces");
        if (!resources.skipped().isEmpty()) {
            console.message("not read, since they say nothing about connections: "
                    + resources.skipped().entrySet().stream()
                            .map(kind -> kind.getValue() + " " + kind.getKey())
                            .collect(Collectors.joining(", ")));
        }
        resources.findings().forEach(finding -> console.message(finding.toString()));
        return resources;
    }
}
