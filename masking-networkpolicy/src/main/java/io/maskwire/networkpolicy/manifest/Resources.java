package io.maskwire.networkpolicy.manifest;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What manifests hold, in the order it was read.
 *
 * @param skipped how many objects of other kinds there were, by {@code apiVersion kind}
 * @param findings what is legal and probably not meant
 */
public record Resources(
        List<NetworkPolicy> policies,
        List<ReadNamespace> namespaces,
        List<ReadService> services,
        List<Workload> workloads,
        SortedMap<String, Integer> skipped,
        List<ManifestFinding> findings) {

    /** Copies what it is given. */
    public Resources {
        policies = List.copyOf(policies);
        namespaces = List.copyOf(namespaces);
        services = List.copyOf(services);
        workloads = List.copyOf(workloads);
        skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
        findings = List.copyOf(findings);
    }
}
