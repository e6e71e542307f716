package io.maskwire.networkpolicy.cluster;

import io.maskwire.declaration.Protocol;
import io.maskwire.networkpolicy.manifest.PolicyPort;
import io.maskwire.networkpolicy.manifest.PolicyRule;
import io.maskwire.networkpolicy.manifest.PortRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The ports of a rule: numbers, and names that mean a number only on a pod that receives.
 *
 * @param numbers those that are the same everywhere
 */
record PortSpec(PortSet numbers, List<NamedPort> names) {

    private static final PortSpec EVERY_PORT = new PortSpec(PortSet.ALL, List.of());

    /** A port's name with its protocol; both must be the pod's. */
    record NamedPort(String name, Protocol protocol) {}

    static PortSpec of(PolicyRule rule) {
        if (rule.isForEveryPort()) {
            return EVERY_PORT;
        }
        PortSet numbers = PortSet.NONE;
        List<NamedPort> names = new ArrayList<>();
        for (PolicyPort port : rule.ports().orElseThrow()) {
            if (port.port().orElse(null) instanceof PortRef.Named named) {
                names.add(new NamedPort(named.name(), port.protocol()));
            } else {
                numbers = numbers.plus(numbers(port));
            }
        }
        return new PortSpec(numbers, names);
    }

    private static PortSet numbers(PolicyPort port) {
        if (port.port().orElse(null) instanceof PortRef.Numbered first) {
            return PortSet.of(port.protocol(), first.number(), port.endPort().orElse(first.number()));
        }
        return PortSet.of(port.protocol(), PortSet.LOWEST, PortSet.HIGHEST);
    }

    /** The ports on a pod that gives its ports these names. */
    PortSet on(Map<NamedPort, PortSet> named) {
        PortSet ports = numbers;
        for (NamedPort name : names) {
            ports = ports.plus(named.getOrDefault(name, PortSet.NONE));
        }
        return ports;
    }

    /** The ports at an address outside, where a name means nothing. */
    PortSet outside() {
        return numbers;
    }
}
