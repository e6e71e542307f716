package io.maskwire.networkpolicy.cluster;

import io.maskwire.declaration.Protocol;
import io.maskwire.networkpolicy.manifest.ObjectName;
import java.util.List;

/**
 * A port of a Service, and where it leads. Policies judge the pods' ports, never the Service's.
 *
 * @param port the Service's port
 * @param pods the workloads it selects; none: nobody answers
 * @param targets the ports of the pods; none: the pods have no port of the name that is written
 */
public record ServiceRoute(ObjectName service, int port, Protocol protocol, List<String> pods, PortSet targets) {

    /** Copies what it is given. */
    public ServiceRoute {
        pods = List.copyOf(pods);
    }
}
