package io.maskwire.spring;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Protocol;
import io.maskwire.declaration.ServedPort;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** Finds the declared port that took a request. Immutable. */
final class ServedEdge {

    private final List<ServedPort> ports;

    ServedEdge(Declaration declaration) {
        this.ports = declaration.serves().values().stream()
                .filter(port -> port.protocol() == Protocol.TCP)
                .toList();
    }

    /** The edge, such as {@code serves.https}; empty if it can't be told. */
    Optional<String> of(HttpServletRequest request) {
        return port(request).map(ServedPort::edge);
    }

    /** The port; empty if it can't be told, and then less is given. */
    Optional<ServedPort> port(HttpServletRequest request) {
        if (ports.size() == 1) {
            return Optional.of(ports.get(0));
        }
        return ports.stream()
                .filter(port -> port.port() == request.getLocalPort())
                .findFirst();
    }
}
