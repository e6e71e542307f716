package io.maskwire.networkpolicy.check;

import io.maskwire.networkpolicy.manifest.Direction;
import java.util.Comparator;

/**
 * One peer and one port that a policy opens to its pods.
 *
 * @param port such as {@code 8443/TCP}, {@code 8000-8010/TCP}, {@code https/TCP}, {@code any/UDP} or {@code any}
 */
record Opening(Direction direction, Peer peer, String port) implements Comparable<Opening> {

    static final String ANY_PORT = "any";

    private static final Comparator<Opening> ORDER = Comparator.comparing(Opening::direction)
            .thenComparing(opening -> opening.peer().shown())
            .thenComparing(Opening::port)
            .thenComparing(opening -> opening.peer().toString());

    @Override
    public int compareTo(Opening other) {
        return ORDER.compare(this, other);
    }

    /** Whether all that the other opens is open by this one, as far as that can be said without knowing any pod. */
    boolean covers(Opening other) {
        return direction == other.direction && peer.covers(other.peer) && coversPort(other);
    }

    private boolean coversPort(Opening other) {
        boolean all = port.startsWith(ANY_PORT) && other.port.endsWith(port.substring(ANY_PORT.length()));
        return port.equals(other.port) || port.equals(ANY_PORT) || all;
    }

    /** As a message may show it, such as {@code to pods with app=x of shop on 8443/TCP}. */
    String shown(String peerName) {
        return direction.peers() + " " + peerName + " on " + (port.equals(ANY_PORT) ? "every port" : port);
    }
}
