package io.maskwire.networkpolicy;

import io.maskwire.declaration.Protocol;
import java.util.List;

/**
 * One rule: any of the peers at any of the ports.
 *
 * @param edges the edges it opens, one comment line each
 */
record Rule(List<String> edges, List<Peer> peers, List<Port> ports) {

    /** A pod's port, never a Service's. */
    record Port(int number, Protocol protocol) implements Comparable<Port> {

        @Override
        public int compareTo(Port other) {
            int byNumber = Integer.compare(number, other.number);
            return byNumber == 0 ? protocol.compareTo(other.protocol) : byNumber;
        }
    }

    Rule {
        if (edges.isEmpty() || peers.isEmpty() || ports.isEmpty()) {
            throw new IllegalArgumentException("A rule without peers or without ports would open more than its edge");
        }
    }
}
