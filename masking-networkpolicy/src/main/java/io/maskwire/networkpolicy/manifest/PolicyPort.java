package io.maskwire.networkpolicy.manifest;

import io.maskwire.declaration.Place;
import io.maskwire.declaration.Protocol;
import java.util.Optional;

/**
 * The ports of a rule: all of a protocol, one, a range, or one by the name it has on the pod that receives.
 *
 * @param protocol TCP where none is written
 * @param port absent: every port of the protocol
 * @param endPort the last port of a range that begins with a number
 * @param protocolWritten whether the protocol is written
 */
public record PolicyPort(
        Protocol protocol, Optional<PortRef> port, Optional<Integer> endPort, boolean protocolWritten, Place place) {}
