package io.maskwire.networkpolicy.cluster;

import io.maskwire.networkpolicy.manifest.ObjectName;
import io.maskwire.networkpolicy.manifest.Workload;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * Pods as the manifests tell of them.
 *
 * @param node what reports call it: the workload at the top of the chain of owners, or what was assumed
 * @param object the pod or template itself
 * @param single whether it is one pod, which has no other of its kind to connect to
 * @param assumed whether only a selector tells of it
 */
record Pods(
        String node,
        String object,
        ObjectName name,
        SortedMap<String, String> labels,
        List<Workload.ContainerPort> ports,
        boolean hostNetwork,
        List<Address> addresses,
        boolean single,
        boolean assumed) {

    /** Their names, for queries: of the node and of the object. */
    Set<String> names() {
        return Set.of(node, object);
    }
}
