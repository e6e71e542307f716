package io.maskwire.networkpolicy.manifest;

import io.maskwire.declaration.Place;
import io.maskwire.networkpolicy.manifest.RefusedManifestException.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The objects of one file, or of all. */
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
        policies.add(policy);
    }

    void add(ReadNamespace namespace) {
        namespaces.add(namespace);
    }

    void add(ReadService service) {
        services.add(service);
    }

    void add(Workload workload) {
        workloads.add(workload);
    }

    void skip(String what) {
        skipped.merge(what, 1, Integer::sum);
    }

    /** Adds what a file holds to all others; what stands twice is kept once and told. */
    void addTo(Gathered all) {
        for (NetworkPolicy policy : policies) {
            if (all.isNew("NetworkPolicy", policy.metadata())) {
                all.policies.add(policy);
            }
        }
        for (ReadNamespace namespace : namespaces) {
            if (all.isNew("Namespace", namespace.name(), namespace.place())) {
                all.namespaces.add(namespace);
            }
        }
        for (ReadService service : services) {
            if (all.isNew("Service", service.metadata())) {
                all.services.add(service);
            }
        }
        for (Workload workload : workloads) {
            if (all.isNew(workload.kind().word(), workload.metadata())) {
                all.workloads.add(workload);
            }
        }
        skipped.forEach((what, count) -> all.skipped.merge(what, count, Integer::sum));
        all.abandoned |= abandoned;
    }

    private boolean isNew(String kind, Metadata metadata) {
        return isNew(kind, metadata.name().toString(), metadata.place());
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
