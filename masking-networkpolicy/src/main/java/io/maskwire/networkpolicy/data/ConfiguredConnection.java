package io.maskwire.networkpolicy.data;

import io.maskwire.declaration.Transport;
import java.util.OptionalInt;

/**
 * A connection an application is configured to make.
 *
 * @param source where that is configured, such as {@code spring.datasource.url}
 * @param over what speaks
 * @param host the host's name as configured: of a Kubernetes Service, of a host outside, or an address
 * @param port the port, if one is configured
 */
public record ConfiguredConnection(String source, Transport over, String host, OptionalInt port) {}
