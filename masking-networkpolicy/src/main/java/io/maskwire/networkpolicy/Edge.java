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

    static final Comparator<Edge> ORDER = Edge::compare;

    /** By provider and port, then by caller; written out, since a fleet has very many edges to sort. */
    private static int compare(Edge one, Edge other) {
        int order = one.to().compareTo(other.to());
        order = order == 0 ? one.port.name().compareTo(other.port.name()) : order;
        order = order == 0 ? one.from.compareTo(other.from) : order;
        return order == 0 ? one.call.name().compareTo(other.call.name()) : order;
    }

    ServiceName to() {
        return call.to();
    }
}
