package io.maskwire.networkpolicy;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Fleet;
import io.maskwire.declaration.Service;
import io.maskwire.declaration.ServiceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns services and their edges into policies: one default deny a namespace, one policy a workload. */
final class Planner {

    private static final String WRITTEN_BY =
            "Written by maskwire netpol generate. Change the declarations, not this file.";

    private final Fleet fleet;
    private final Services services;
    private final Map<ServiceName, List<Edge>> outgoing = new HashMap<>();
    private final Map<ServiceName, List<Edge>> incoming = new HashMap<>();

    private Planner(Fleet fleet, Services services, List<Edge> edges) {
        this.fleet = fleet;
        this.services = services;
        for (Edge edge : edges) {
            outgoing.computeIfAbsent(edge.from(), any -> new ArrayList<>()).add(edge);
            incoming.computeIfAbsent(edge.to(), any -> new ArrayList<>()).add(edge);
        }
    }

    /** The policies by file. */
    static SortedMap<String, Policy> plan(Fleet fleet, Services services, List<Edge> edges) {
        return new Planner(fleet, services, edges).plan();
    }

    private SortedMap<String, Policy> plan() {
        SortedMap<String, Policy> policies = new TreeMap<>();
        for (String namespace : services.byNamespace().keySet()) {
            policies.put(ManifestNames.defaultDenyFile(namespace), defaultDeny(namespace));
        }
        for (Declaration declaration : services.declarations()) {
            ServiceName name = Services.service(declaration).name();
            policies.put(ManifestNames.file(name), workload(declaration));
        }
        return policies;
    }

    private static Policy defaultDeny(String namespace) {
        return new Policy(
                ManifestNames.defaultDeny(),
                namespace,
                List.of(WRITTEN_BY, "In " + namespace + " nothing connects but what another policy opens."),
                Optional.empty(),
                new TreeMap<>(),
                List.of(),
                List.of());
    }

    private Policy workload(Declaration declaration) {
        Service service = Services.service(declaration);
        WorkloadRules rules = new WorkloadRules(fleet, services, service.name());
        declaration.serves().values().forEach(rules::fromPlatform);
        incoming.getOrDefault(service.name(), List.of()).forEach(rules::incoming);
        outgoing.getOrDefault(service.name(), List.of()).forEach(rules::outgoing);
        declaration.external().values().forEach(rules::external);
        return new Policy(
                ManifestNames.policy(service.name().name()),
                service.name().namespace(),
                List.of(WRITTEN_BY, service.name() + (service.owner().isBlank() ? "" : ", owner " + service.owner())),
                Optional.of(rules.digest()),
                Labels.sorted(service.selector()),
                rules.ingress(),
                rules.egress());
    }
}
