package io.maskwire.networkpolicy.manifest;

import io.maskwire.declaration.Place;
import io.maskwire.networkpolicy.manifest.RefusedManifestException.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The objects of all files so far; every object once. */
final class Gathered {

    private final List<NetworkPolicy> policies = new ArrayList<>();
    private final List<ReadNamespace> namespaces = new ArrayList<>();
    private final List<ReadService> services = new ArrayList<>();
    private final List<Workload> workloads = new ArrayList<>();
    private final SortedMap<String, Integer> skipped = new TreeMap<>();
    private final List<ManifestFinding> findings = new ArrayList<>();
    private final Map<String, Place> seen = new HashMap<>();
    private final List<Problem> repeated = new ArrayList<>();
    private boolean abandoned;

    void add(NetworkPolicy policy) {
        if (isNew(
                "NetworkPolicy",
                policy.metadata().name().toString(),
                policy.metadata().place())) {
            policies.add(policy);
        }
    }

    void add(ReadNamespace namespace) {
        if (isNew("Namespace", namespace.name(), namespace.place())) {
            namespaces.add(namespace);
        }
    }

    void add(ReadService service) {
        if (isNew(
                "Service",
                service.metadata().name().toString(),
                service.metadata().place())) {
            services.add(service);
        }
    }

    void add(Workload workload) {
        if (isNew(
                workload.kind().word(),
                workload.metadata().name().toString(),
                workload.metadata().place())) {
            workloads.add(workload);
        }
    }

    private boolean isNew(String kind, String name, Place place) {
        Place before = seen.putIfAbsent(kind + " " + name, place);
        if (before != null) {
            repeated.add(new Problem(
                    place,
                    "",
                    "the " + kind + " " + name + " stands twice, first at " + before,
                    "leave one of the two out: which one a cluster would keep depends on the order of applying"));
        }
        return before == null;
    }

    void skip(String what) {
        skipped.merge(what, 1, Integer::sum);
    }

    void addFindings(List<ManifestFinding> some) {
        findings.addAll(some);
    }

    /** A file was not read to its end. */
    void abandoned() {
        abandoned = true;
    }

    /** Objects that stand twice. */
    List<Problem> repeated() {
        return repeated;
    }

    Resources resources() {
        if (abandoned) {
            throw new IllegalStateException("Half of a file is never used");
        }
        return new Resources(policies, namespaces, services, workloads, skipped, findings);
    }
}
