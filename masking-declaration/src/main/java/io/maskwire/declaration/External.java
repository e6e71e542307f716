package io.maskwire.declaration;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call this service makes to a host outside.
 *
 * @param name its name in the declaration, such as {@code mail}
 * @param host the host's name
 * @param cidrs its addresses, for the packets
 * @param via the platform peer that requests go through, if packets don't go to the host itself
 * @param port its port
 * @param protocol the transport protocol
 * @param tls whether it speaks TLS, if the declaration says so or the contrary
 * @param over what speaks
 * @param sends data classes that requests carry in clear
 * @param carries data classes that cross without any outlet of ours, for other transports than HTTP
 * @param why the reason, or empty
 * @param place where it was declared
 */
public record External(
        String name,
        String host,
        List<String> cidrs,
        Optional<String> via,
        int port,
        Protocol protocol,
        Optional<Boolean> tls,
        Transport over,
        Set<String> sends,
        Set<String> carries,
        String why,
        Place place) {

    /** The edge's name in a policy, such as {@code external.mail}. */
    public String edge() {
        return "external." + name;
    }
}
