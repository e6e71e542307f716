package io.maskwire.declaration;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A port this service serves.
 *
 * @param name its name, such as {@code https}
 * @param port the pod's port
 * @param servicePort the port of the Kubernetes Service in front of it, if that differs
 * @param protocol the transport protocol
 * @param from platform peers that may connect, such as {@code ingress}
 * @param accepts data classes that callers may send in clear
 * @param callers who may connect; empty optional: every service that declares the call; empty map: nobody
 * @param place where it was declared
 */
public record ServedPort(
        String name,
        int port,
        OptionalInt servicePort,
        Protocol protocol,
        Set<String> from,
        Set<String> accepts,
        Optional<Map<ServiceName, Caller>> callers,
        Place place) {

    /**
     * A caller by name.
     *
     * @param gives data classes it gets in clear in answers
     * @param place where it was declared
     */
    public record Caller(Set<String> gives, Place place) {}

    /** The edge's name in a policy, such as {@code serves.https}. */
    public String edge() {
        return "serves." + name;
    }
}
