package io.maskwire.networkpolicy;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Enforce;
import io.maskwire.declaration.Fleet;
import io.maskwire.declaration.Namespace;
import io.maskwire.declaration.Service;
import io.maskwire.declaration.ServiceName;
import io.maskwire.declaration.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns services and what they agree to into policies: one default deny a namespace, one policy a workload. Each is written
 * as soon as it is planned, so that a large fleet's policies are never in memory all at once.
 */
final class Planner {

    private static final String WRITTEN_BY =
            "Written by maskwire netpol generate. Change the declarations, not this file.";

    private final Fleet fleet;
    private final Services services;
    private final DefaultDenies denies;
    private final Profile profile;
    private final Function<Policy, String> writer;
    private final ServicePods pods;
    private final Map<ServiceName, List<Edge>> outgoing = new HashMap<>();
    private final Map<ServiceName, List<Edge>> incoming = new HashMap<>();
    private final Map<ServiceName, List<TopicUse>> toBrokers = new HashMap<>();
    private final Map<ServiceName, List<TopicUse>> atBrokers = new HashMap<>();

    private Planner(
            Fleet fleet,
            Services services,
            DefaultDenies denies,
            Agreed agreed,
            Profile profile,
            Function<Policy, String> writer) {
        this.fleet = fleet;
        this.services = services;
        this.denies = denies;
        this.profile = profile;
        this.writer = writer;
        this.pods = new ServicePods(services);
        for (Edge edge : agreed.edges()) {
            add(outgoing, edge.from(), edge);
            add(incoming, edge.to(), edge);
        }
        for (TopicUse use : agreed.topics()) {
            add(toBrokers, use.from(), use);
            if (use.topic().isService()) {
                add(atBrokers, TopicUse.broker(use.topic()), use);
            }
        }
    }

    private static <T> void add(Map<ServiceName, List<T>> byService, ServiceName service, T what) {
        byService.computeIfAbsent(service, any -> new ArrayList<>()).add(what);
    }

    /** What both ends agree to: calls, and ways to brokers. */
    record Agreed(List<Edge> edges, List<TopicUse> topics) {}

    /** The texts of the policies by file. */
    static SortedMap<String, String> files(
            Fleet fleet,
            Services services,
            DefaultDenies denies,
            Agreed agreed,
            Profile profile,
            Function<Policy, String> writer) {
        return new Planner(fleet, services, denies, agreed, profile, writer).files();
    }

    private SortedMap<String, String> files() {
        // Side by side: what is planned for one service doesn't depend on what is planned for another.
        SortedMap<String, String> files = new TreeMap<>(services.declarations().parallelStream()
                .flatMap(this::workloads)
                .collect(Collectors.toConcurrentMap(Map.Entry::getKey, Map.Entry::getValue)));
        for (String namespace : services.byNamespace().keySet()) {
            if (denies.of(namespace) != Enforce.NONE && profile.hasDefaultDeny()) {
                Policy deny = defaultDeny(namespace, denies.of(namespace));
                files.put(ManifestNames.defaultDenyFile(namespace), writer.apply(deny));
            }
        }
        return files;
    }

    /** The texts of a service's policies by file. */
    private Stream<Map.Entry<String, String>> workloads(Declaration declaration) {
        Service service = Services.service(declaration);
        return isManaged(fleet, service) && service.enforce() != Enforce.NONE
                ? service.workloads().stream()
                        .map(workload -> Map.entry(
                                ManifestNames.file(service.name(), workload),
                                writer.apply(workload(declaration, service, workload))))
                : Stream.empty();
    }

    static boolean isManaged(Fleet fleet, Service service) {
        Namespace said = fleet.namespaces().get(service.name().namespace());
        return service.managed() && (said == null || said.managed());
    }

    private static Policy defaultDeny(String namespace, Enforce enforce) {
        String what = enforce == Enforce.BOTH
                ? "nothing connects but what another policy opens."
                : enforce == Enforce.INGRESS
                        ? "nothing is connected to but what another policy opens."
                        : "nothing connects to anything but what another policy opens.";
        return new Policy(
                ManifestNames.defaultDeny(),
                namespace,
                List.of(WRITTEN_BY, "In " + namespace + " " + what),
                Optional.empty(),
                enforce,
                new TreeMap<>(),
                List.of(),
                List.of());
    }

    private Policy workload(Declaration declaration, Service service, Workload workload) {
        WorkloadRules rules = rules(declaration, service, workload);
        String stem = ManifestNames.stem(service.name(), workload);
        return new Policy(
                ManifestNames.policy(stem),
                service.name().namespace(),
                List.of(WRITTEN_BY, about(service, workload)),
                Optional.of(rules.digest()),
                service.enforce(),
                Labels.sorted(workload.selector()),
                rules.ingress(),
                rules.egress());
    }

    private static String about(Service service, Workload workload) {
        return service.name()
                + (workload.name().isEmpty() ? "" : ", workload " + workload.name())
                + (service.owner().isBlank() ? "" : ", owner " + service.owner());
    }

    private WorkloadRules rules(Declaration declaration, Service service, Workload workload) {
        WorkloadRules rules = new WorkloadRules(fleet, services, pods, service, workload, profile);
        ServiceName name = service.name();
        if (workload.kind().serves()) {
            declaration.serves().values().forEach(rules::fromPlatform);
            incoming.getOrDefault(name, List.of()).forEach(rules::incoming);
            atBrokers.getOrDefault(name, List.of()).forEach(use -> rules.incoming(use, declaration));
            declaration.serves().values().forEach(rules::guests);
        }
        outgoing.getOrDefault(name, List.of()).forEach(rules::outgoing);
        toBrokers.getOrDefault(name, List.of()).forEach(rules::outgoing);
        declaration.uses().keySet().forEach(rules::uses);
        declaration.external().values().forEach(rules::external);
        rules.sidecar();
        return rules;
    }
}
