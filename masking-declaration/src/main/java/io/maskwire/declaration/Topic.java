package io.maskwire.declaration;

/**
 * A topic, queue or stream: packets go to its broker, messages to whoever consumes it.
 *
 * @param broker a service as {@code NAMESPACE/NAME}, or a platform peer with ports
 * @param port the name of the service's port; empty for a platform peer
 * @param over what speaks to the broker
 * @param place where it was declared
 */
public record Topic(String broker, String port, Transport over, Place place) {

    /** Whether the broker is a service of the fleet. */
    public boolean isService() {
        return broker.indexOf('/') >= 0;
    }
}
