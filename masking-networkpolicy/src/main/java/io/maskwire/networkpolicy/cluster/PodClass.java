package io.maskwire.networkpolicy.cluster;

import io.maskwire.networkpolicy.cluster.PortSpec.NamedPort;
import java.util.BitSet;
import java.util.Map;
import java.util.SortedMap;

/**
 * Pods that no policy can tell apart: same namespace, labels, named ports, network, and addresses in the same
 * intervals.
 *
 * @param intervals the intervals of the address space its pods have addresses in
 */
record PodClass(
        String namespace,
        SortedMap<String, String> labels,
        Map<NamedPort, PortSet> namedPorts,
        boolean hostNetwork,
        BitSet intervals) {}
