package io.maskwire.declaration;

import java.time.LocalDate;
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
 * @param tls whether it speaks TLS, if the declaration says so or the contrary
 * @param from platform peers that may connect, such as {@code ingress}
 * @param accepts data classes that callers may send in clear
 * @param callers who may connect; empty optional: every service that declares the call; empty map: nobody
 * @param guests callers that nobody declares and that may connect until a day
 * @param place where it was declared
 */
public record ServedPort(
        String name,
        int port,
        OptionalInt servicePort,
        Protocol protocol,
        Optional<Boolean> tls,
        Set<String> from,
        Set<String> accepts,
        Optional<Map<ServiceName, Caller>> callers,
        Map<ServiceName, Guest> guests,
        Place place) {

    /**
     * A caller by name.
     *
     * @param gives data classes it gets in clear in answers
     * @param place where it was declared
     */
    public record Caller(Set<String> gives, Place place) {}

    /**
     * A caller without a declaration of its own. It gets nothing in clear.
     *
     * @param selector the labels of its pods, sorted
     * @param until the last day on which it may connect
     * @param why the reason, or empty
     * @param place where it was declared
     */
    public record Guest(Map<String, String> selector, LocalDate until, String why, Place place) {}

    /** The edge's name in a policy, such as {@code serves.https}. */
    public String edge() {
        return "serves." + name;
    }
}
