package io.maskwire.networkpolicy;

import io.maskwire.declaration.Call;
import io.maskwire.declaration.ServedPort;
import io.maskwire.declaration.ServiceName;
import java.util.Comparator;
import java.util.Set;

/**
 * A call that both ends agree to.
 *
 * @param from the caller
 * @param call what the caller declares
 * @param port what the provider serves
 * @param gives the data classes the provider gives this caller in clear
 */
record Edge(ServiceName from, Call call, ServedPort port, Set<String> gives) {

    static final Comparator<Edge> ORDER = Comparator.comparing(
                    (Edge edge) -> edge.call().to())
            .thenComparing(edge -> edge.port().name())
            .thenComparing(Edge::from)
            .thenComparing(edge -> edge.call().name());

    ServiceName to() {
        return call.to();
    }
}
