package io.maskwire.networkpolicy.cluster;

import io.maskwire.networkpolicy.cluster.PortSpec.NamedPort;
import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * What policies say of some pods in one direction: the union of all that select them.
 *
 * @param selecting the policies that isolate them; without any everything is open
 * @param openings what is open nevertheless
 */
record Side(List<NetworkPolicy> selecting, List<Opening> openings) {

    boolean isIsolated() {
        return !selecting.isEmpty();
    }

    /** The ports that are open to pods of a group, on a receiver that gives its ports these names. */
    PortSet toPods(int group, Map<NamedPort, PortSet> receiver) {
        if (!isIsolated()) {
            return PortSet.ALL;
        }
        PortSet ports = PortSet.NONE;
        for (Opening opening : openings) {
            if (opening.peers().pods().get(group)) {
                ports = ports.plus(opening.ports().on(receiver));
            }
        }
        return ports;
    }

    /** The ports that are open to addresses of an interval outside. */
    PortSet toOutside(int interval, Map<NamedPort, PortSet> receiver) {
        if (!isIsolated()) {
            return PortSet.ALL;
        }
        PortSet ports = PortSet.NONE;
        for (Opening opening : openings) {
            if (opening.peers().intervals().get(interval)) {
                ports = ports.plus(opening.ports().on(receiver));
            }
        }
        return ports;
    }

    /** The groups that something is open to, if it isn't everybody. */
    BitSet peers() {
        BitSet peers = new BitSet();
        openings.forEach(opening -> peers.or(opening.peers().pods()));
        return peers;
    }

    /** The intervals that something is open to, if it isn't everything. */
    BitSet intervals() {
        BitSet intervals = new BitSet();
        openings.forEach(opening -> intervals.or(opening.peers().intervals()));
        return intervals;
    }
}
