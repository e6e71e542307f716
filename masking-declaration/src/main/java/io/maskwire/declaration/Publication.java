package io.maskwire.declaration;

import java.util.Optional;
import java.util.Set;

/**
 * A topic this service writes to.
 *
 * @param topic its name in the fleet
 * @param sends data classes that messages carry in clear, to every consumer
 * @param consumers who may consume what this service writes; empty optional: every service that declares it
 * @param why the reason, or empty
 * @param place where it was declared
 */
public record Publication(
        String topic, Set<String> sends, Optional<Set<ServiceName>> consumers, String why, Place place) {

    /** The edge's name in a policy, such as {@code publishes.orders}. */
    public String edge() {
        return "publishes." + topic;
    }
}
