package io.maskwire.cli.draft;

import io.maskwire.networkpolicy.manifest.ObjectName;
import io.maskwire.networkpolicy.manifest.PortRef;
import io.maskwire.networkpolicy.manifest.ReadService;
import io.maskwire.networkpolicy.manifest.Resources;
import io.maskwire.networkpolicy.manifest.Workload;
import io.maskwire.networkpolicy.manifest.Workload.ContainerPort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What rendered manifests say about an application and those around it. */
final class Cluster {

    /** Labels that change with each release, or belong to the tool that made the pods. */
    private static final Set<String> PASSING = Set.of(
            "pod-template-hash",
            "controller-revision-hash",
            "version",
            "chart",
            "heritage",
            "release",
            "helm.sh/chart",
            "app.kubernetes.io/version",
            "app.kubernetes.io/managed-by");

    private static final List<String> NAMES = List.of("app.kubernetes.io/name", "app");

    private final Resources resources;

    Cluster(Resources resources) {
        this.resources = resources;
    }

    /** The workloads that no other one made. */
    List<Workload> workloads() {
        return resources.workloads().stream()
                .filter(workload -> workload.owner().isEmpty())
                .toList();
    }

    boolean hasNamespace(String name) {
        return resources.services().stream()
                        .anyMatch(
                                service -> service.metadata().name().namespace().equals(name))
                || workloads().stream()
                        .anyMatch(workload ->
                                workload.metadata().name().namespace().equals(name));
    }

    Optional<ReadService> service(String namespace, String name) {
        ObjectName wanted = new ObjectName(namespace, name);
        return resources.services().stream()
                .filter(service -> service.metadata().name().equals(wanted))
                .findFirst();
    }

    /** The Services in front of a workload. */
    List<ReadService> inFrontOf(Workload workload) {
        return resources.services().stream()
                .filter(service -> service.metadata()
                        .name()
                        .namespace()
                        .equals(workload.metadata().name().namespace()))
                .filter(service -> !service.selector().isEmpty()
                        && workload.podLabels()
                                .entrySet()
                                .containsAll(service.selector().entrySet()))
                .toList();
    }

    /** The labels to know a workload by: those of its Service, or one that is its name, or all that last. */
    Map<String, String> selector(Workload workload) {
        List<ReadService> services = inFrontOf(workload);
        if (!services.isEmpty()) {
            return lasting(services.get(0).selector());
        }
        Map<String, String> labels = lasting(workload.podLabels());
        return NAMES.stream()
                .filter(labels::containsKey)
                .findFirst()
                .map(name -> Map.of(name, labels.get(name)))
                .orElse(labels);
    }

    private static Map<String, String> lasting(Map<String, String> labels) {
        Map<String, String> lasting = new TreeMap<>(labels);
        lasting.keySet().removeAll(PASSING);
        return lasting.isEmpty() ? new TreeMap<>(labels) : lasting;
    }

    /** The port of a Service in front of a pod's port. */
    Optional<ReadService.Port> servicePort(Workload workload, ContainerPort port) {
        return inFrontOf(workload).stream()
                .flatMap(service -> service.ports().stream())
                .filter(served -> served.protocol() == port.protocol() && targets(served, port))
                .findFirst();
    }

    private static boolean targets(ReadService.Port served, ContainerPort port) {
        PortRef target = served.target().orElseGet(() -> new PortRef.Numbered(served.port()));
        return target instanceof PortRef.Named named
                ? named.name().equals(port.name())
                : target.equals(new PortRef.Numbered(port.port()));
    }
}
