package io.maskwire.networkpolicy.lint;

import io.maskwire.declaration.Protocol;
import io.maskwire.networkpolicy.manifest.PolicyPeer;
import io.maskwire.networkpolicy.manifest.PolicyPort;
import io.maskwire.networkpolicy.manifest.PolicyRule;
import io.maskwire.networkpolicy.manifest.PortRef;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The ports at which pods ask for names: 53, its names on the pods of CoreDNS, and 5353 on those of OpenShift. */
final class DnsPorts {

    private static final int DNS = 53;
    private static final int OF_OPENSHIFT = 5353;
    private static final Set<String> NAMES = Set.of("dns", "dns-tcp");

    private DnsPorts() {}

    /** The protocols in which a rule opens the port of DNS and says so; none if the port is only among others. */
    static Set<Protocol> named(PolicyRule rule) {
        Set<Protocol> protocols = EnumSet.noneOf(Protocol.class);
        boolean openShift = isForOpenShift(rule);
        for (PolicyPort port : rule.ports().orElse(List.of())) {
            boolean named = port.port()
                    .filter(found -> found instanceof PortRef.Numbered number
                            ? number.number() == DNS || openShift && number.number() == OF_OPENSHIFT
                            : NAMES.contains(found.toString()))
                    .isPresent();
            if (named) {
                protocols.add(port.protocol());
            }
        }
        return protocols;
    }

    private static boolean isForOpenShift(PolicyRule rule) {
        return rule.peers().orElse(List.of()).stream()
                .anyMatch(peer -> peer instanceof PolicyPeer.Pods pods && DnsPeers.isOfOpenShift(pods));
    }

    /** Whether the port of DNS is among those that a rule opens: by itself, in a range, or with all of a protocol. */
    static boolean among(PolicyRule rule) {
        return rule.isForEveryPort()
                || !named(rule).isEmpty()
                || rule.ports().orElse(List.of()).stream().anyMatch(DnsPorts::isAmong);
    }

    private static boolean isAmong(PolicyPort port) {
        if (port.port().isEmpty()) {
            return true;
        }
        return port.port().get() instanceof PortRef.Numbered first
                && first.number() <= DNS
                && port.endPort().orElse(first.number()) >= DNS;
    }
}
