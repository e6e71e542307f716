package io.maskwire.declaration;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * A connection an application is configured to make.
 *
 * @param source where that is configured, such as {@code spring.datasource.url}
 * @param over what speaks
 * @param host the host's name as configured: of a Kubernetes Service, of a host outside, or an address
 * @param port the port, if one is configured
 */
public record ConfiguredConnection(String source, Transport over, String host, OptionalInt port) {

    /** The host in lower case, without a dot at its end. */
    String plainHost() {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** What a message may show of it: the setting, the host and the port. */
    public String toText() {
        return Shown.setting(source) + " -> " + target();
    }

    /** Its host and port as a message may show them. */
    String target() {
        String name = Shown.step(plainHost());
        return port.isPresent() ? name + ":" + port.getAsInt() : name;
    }
}
