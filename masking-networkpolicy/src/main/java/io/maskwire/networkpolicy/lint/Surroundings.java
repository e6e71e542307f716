package io.maskwire.networkpolicy.lint;

import io.maskwire.declaration.Place;
import io.maskwire.networkpolicy.manifest.Direction;
import io.maskwire.networkpolicy.manifest.ManifestFinding;
import io.maskwire.networkpolicy.manifest.Metadata;
import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import io.maskwire.networkpolicy.manifest.PolicyPeer;
import io.maskwire.networkpolicy.manifest.ReadNamespace;
import io.maskwire.networkpolicy.manifest.ReadService;
import io.maskwire.networkpolicy.manifest.Resources;
import io.maskwire.networkpolicy.manifest.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What stands around a policy: other policies, workloads, Services and namespaces, each by its namespace. */
final class Surroundings {

    private static final String NAMESPACE_LABEL = "kubernetes.io/metadata.name";
    private static final Comparator<Place> IN_FILE =
            Comparator.comparingInt(Place::line).thenComparingInt(Place::column);

    private final Map<String, List<NetworkPolicy>> policies = new HashMap<>();
    private final Map<String, List<Workload>> workloads = new TreeMap<>();
    private final Map<String, List<Workload>> pods = new TreeMap<>();
    private final Map<String, List<ReadService>> services = new HashMap<>();
    private final Map<String, Map<String, String>> namespaces = new TreeMap<>();
    private final Map<Place, ManifestFinding> noNamespace = new HashMap<>();
    private final List<ManifestFinding> noSelector;
    private final Optional<Workload> nodeLocalDns;

    Surroundings(Resources resources) {
        resources.policies().forEach(policy -> at(policies, policy.metadata()).add(policy));
        resources.services().forEach(service -> at(services, service.metadata()).add(service));
        resources.workloads().stream().filter(Workload::live).forEach(workload -> {
            at(pods, workload.metadata()).add(workload);
            if (workload.owner().isEmpty()) {
                at(workloads, workload.metadata()).add(workload);
            }
        });
        for (ReadNamespace namespace : resources.namespaces()) {
            namespaces.put(namespace.name(), labels(namespace.name(), namespace.labels()));
        }
        pods.keySet().forEach(name -> namespaces.putIfAbsent(name, labels(name, Map.of())));
        policies.keySet().forEach(name -> namespaces.putIfAbsent(name, labels(name, Map.of())));
        noSelector = resources.findings().stream()
                .filter(finding -> finding.kind() == ManifestFinding.Kind.NO_SELECTOR)
                .toList();
        nodeLocalDns = workloads.values().stream()
                .flatMap(List::stream)
                .filter(workload -> workload.hostNetwork()
                        && DnsPeers.NODE_LOCAL.equals(workload.podLabels().get(DnsPeers.LABEL)))
                .findFirst();
        objectsWithoutNamespace(resources);
    }

    private static <T> List<T> at(Map<String, List<T>> byNamespace, Metadata metadata) {
        return byNamespace.computeIfAbsent(metadata.name().namespace(), any -> new ArrayList<>());
    }

    private static Map<String, String> labels(String name, Map<String, String> written) {
        Map<String, String> labels = new TreeMap<>(written);
        labels.put(NAMESPACE_LABEL, name);
        return labels;
    }

    /** The reader tells the place of the metadata; the object is the last one that begins before it. */
    private void objectsWithoutNamespace(Resources resources) {
        Map<String, List<Place>> objects = new HashMap<>();
        Stream.of(
                        resources.policies().stream().map(NetworkPolicy::metadata),
                        resources.services().stream().map(ReadService::metadata),
                        resources.workloads().stream().map(Workload::metadata))
                .flatMap(one -> one)
                .map(Metadata::place)
                .forEach(place -> objects.computeIfAbsent(place.file(), any -> new ArrayList<>())
                        .add(place));
        resources.findings().stream()
                .filter(finding -> finding.kind() == ManifestFinding.Kind.NO_NAMESPACE)
                .forEach(finding -> objects.getOrDefault(finding.place().file(), List.of()).stream()
                        .filter(place -> IN_FILE.compare(place, finding.place()) <= 0)
                        .max(IN_FILE)
                        .ifPresent(place -> noNamespace.put(place, finding)));
    }

    Optional<ManifestFinding> noNamespace(NetworkPolicy policy) {
        return Optional.ofNullable(noNamespace.get(policy.metadata().place()));
    }

    /** That a policy has no selector: told at the beginning of its {@code spec}, where the selector would stand. */
    Optional<ManifestFinding> noSelector(NetworkPolicy policy) {
        Place selector = policy.podSelector().place();
        return policy.podSelector().isEmpty()
                ? noSelector.stream()
                        .filter(finding -> finding.place().equals(selector))
                        .findFirst()
                : Optional.empty();
    }

    List<NetworkPolicy> policies(String namespace) {
        return policies.getOrDefault(namespace, List.of());
    }

    /** The policies that select a workload and isolate it in a direction. */
    List<NetworkPolicy> isolating(Workload workload, Direction direction) {
        return policies(namespace(workload)).stream()
                .filter(policy ->
                        policy.isolates(direction) && policy.podSelector().matches(workload.podLabels()))
                .toList();
    }

    static String namespace(Workload workload) {
        return workload.metadata().name().namespace();
    }

    /** What makes pods in a namespace, and pods that nothing made. */
    List<Workload> workloads(String namespace) {
        return workloads.getOrDefault(namespace, List.of());
    }

    /** The workloads that a policy selects. */
    List<Workload> selected(NetworkPolicy policy) {
        return workloads(policy.metadata().name().namespace()).stream()
                .filter(workload -> policy.podSelector().matches(workload.podLabels()))
                .toList();
    }

    /** Every pod and what makes pods. */
    Stream<Workload> pods() {
        return pods.values().stream().flatMap(List::stream);
    }

    /** The cache of DNS in each node's network, if one runs. */
    Optional<Workload> nodeLocalDns() {
        return nodeLocalDns;
    }

    List<ReadService> services(String namespace) {
        return services.getOrDefault(namespace, List.of());
    }

    /** The workloads that a peer of a policy is. */
    List<Workload> peers(NetworkPolicy policy, PolicyPeer.Pods peer) {
        return namespaces(policy, peer).stream()
                .flatMap(name -> workloads(name).stream())
                .filter(workload -> isOf(peer, workload))
                .toList();
    }

    private static boolean isOf(PolicyPeer.Pods peer, Workload workload) {
        return peer.pods()
                .filter(selector -> !selector.matches(workload.podLabels()))
                .isEmpty();
    }

    /** The known namespaces that a peer is in. */
    List<String> namespaces(NetworkPolicy policy, PolicyPeer.Pods peer) {
        if (peer.namespaces().isEmpty()) {
            return List.of(policy.metadata().name().namespace());
        }
        return namespaces.entrySet().stream()
                .filter(namespace -> peer.namespaces().get().matches(namespace.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether a workload is a peer of a policy. */
    boolean isPeer(NetworkPolicy policy, PolicyPeer.Pods peer, Workload workload) {
        boolean inside = peer.namespaces()
                .map(selector -> selector.matches(namespaces.getOrDefault(namespace(workload), Map.of())))
                .orElse(policy.metadata().name().namespace().equals(namespace(workload)));
        return inside && isOf(peer, workload);
    }
}
