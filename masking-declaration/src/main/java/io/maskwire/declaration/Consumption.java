package io.maskwire.declaration;

import java.util.Set;

/**
 * A topic this service reads.
 *
 * @param topic its name in the fleet
 * @param receives data classes that it accepts in clear
 * @param why the reason, or empty
 * @param place where it was declared
 */
public record Consumption(String topic, Set<String> receives, String why, Place place) {

    /** The edge's name in a policy, such as {@code consumes.orders}. */
    public String edge() {
        return "consumes." + topic;
    }
}
