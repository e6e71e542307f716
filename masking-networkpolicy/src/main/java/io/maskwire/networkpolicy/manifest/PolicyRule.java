package io.maskwire.networkpolicy.manifest;

import io.maskwire.declaration.Place;
import java.util.List;
import java.util.Optional;

/**
 * One rule: any of the peers at any of the ports.
 *
 * @param peers absent or empty: everybody, inside and outside of the cluster
 * @param ports absent or empty: every port of every protocol
 * @param place where it begins
 */
public record PolicyRule(Optional<List<PolicyPeer>> peers, Optional<List<PolicyPort>> ports, Place place) {

    /** Copies what it is given. */
    public PolicyRule {
        peers = peers.map(List::copyOf);
        ports = ports.map(List::copyOf);
    }

    /** Whether it names no peer, which means everybody. */
    public boolean isForEverybody() {
        return peers.isEmpty() || peers.get().isEmpty();
    }

    /** Whether it names no port, which means every port. */
    public boolean isForEveryPort() {
        return ports.isEmpty() || ports.get().isEmpty();
    }
}
