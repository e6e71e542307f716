package io.maskwire.networkpolicy.cluster;

import io.maskwire.networkpolicy.manifest.ObjectName;
import io.maskwire.networkpolicy.manifest.Workload;
import io.maskwire.networkpolicy.manifest.Workload.Kind;
import io.maskwire.networkpolicy.manifest.Workload.Owner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the pods in workloads. Where an export has a workload and the pods it made, the pods count: they carry the
 * labels and addresses that policies see.
 */
final class Inventory {

    private static final int LONGEST_CHAIN = 8;

    private final Map<String, Workload> byName = new HashMap<>();
    private final Collection<Workload> workloads;

    private Inventory(Collection<Workload> workloads) {
        this.workloads = workloads;
        workloads.forEach(workload -> byName.put(workload.toString(), workload));
    }

    static List<Pods> of(Collection<Workload> workloads) {
        return new Inventory(workloads).pods();
    }

    private List<Pods> pods() {
        Set<String> withPods = new HashSet<>();
        for (Workload workload : workloads) {
            if (workload.kind() == Kind.POD && workload.live()) {
                withPods.add(top(workload).toString());
            }
        }
        List<Pods> pods = new ArrayList<>();
        for (Workload workload : workloads) {
            if (isCounted(workload, withPods)) {
                pods.add(pods(workload));
            }
        }
        return pods;
    }

    private boolean isCounted(Workload workload, Set<String> withPods) {
        Workload top = top(workload);
        return workload.kind() == Kind.POD
                ? workload.live()
                : top.equals(workload) && !withPods.contains(top.toString());
    }

    private Pods pods(Workload workload) {
        Workload top = top(workload);
        return new Pods(
                top.toString(),
                workload.toString(),
                top.metadata().name(),
                workload.podLabels(),
                workload.ports(),
                workload.hostNetwork(),
                workload.addresses().stream()
                        .map(Address::parse)
                        .flatMap(Optional::stream)
                        .toList(),
                top.kind() == Kind.POD,
                false);
    }

    /** The workload at the end of the chain of owners, as far as the manifests have it. */
    private Workload top(Workload workload) {
        Workload top = workload;
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            Optional<Workload> owner =
                    top.owner().flatMap(ownerOf(top.metadata().name()));
            if (owner.isEmpty()) {
                return top;
            }
            top = owner.get();
        }
        return top;
    }

    private Function<Owner, Optional<Workload>> ownerOf(ObjectName name) {
        return owner ->
                Optional.ofNullable(byName.get(name.namespace() + "/" + owner.name() + "[" + owner.kind() + "]"));
    }
}
