package io.maskwire.networkpolicy.manifest;

import io.maskwire.declaration.Place;
import io.maskwire.declaration.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A Service object.
 *
 * @param selector the labels of its pods; empty: somebody else says which they are
 * @param type the type that is written, {@code ClusterIP} where none is
 */
public record ReadService(Metadata metadata, SortedMap<String, String> selector, List<Port> ports, String type) {

    /**
     * One port of a Service.
     *
     * @param name empty if it has none
     * @param target the port of the pods; absent: the same number
     */
    public record Port(String name, Protocol protocol, int port, Optional<PortRef> target, Place place) {}

    /** Copies what it is given. */
    public ReadService {
        selector = Copies.of(selector);
        ports = List.copyOf(ports);
    }
}
