package io.maskwire.declaration;

import java.util.Set;

/**
 * A call this service makes to another.
 *
 * @param name its name in the declaration, such as {@code payments}
 * @param to the service called
 * @param port the name of the port called
 * @param over what speaks
 * @param sends data classes that requests carry in clear
 * @param receives data classes that answers bring in clear
 * @param carries data classes that cross without any outlet of ours, for other transports than HTTP
 * @param why the reason, or empty
 * @param place where it was declared
 */
public record Call(
        String name,
        ServiceName to,
        String port,
        Transport over,
        Set<String> sends,
        Set<String> receives,
        Set<String> carries,
        String why,
        Place place) {

    /** The edge's name in a policy, such as {@code calls.payments}. */
    public String edge() {
        return "calls." + name;
    }
}
