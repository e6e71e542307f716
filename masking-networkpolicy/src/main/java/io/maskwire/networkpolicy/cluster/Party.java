package io.maskwire.networkpolicy.cluster;

import java.util.List;

/**
 * One end of connections: workloads that behave alike, or addresses outside that no policy tells apart.
 *
 * @param kind what it is
 * @param names the workloads, such as {@code shop/orders[Deployment]}, or the blocks and ranges of addresses; sorted
 */
public record Party(Kind kind, List<String> names) {

    /** What a party can be. */
    public enum Kind {
        PODS,
        OUTSIDE
    }

    /** Copies what it is given. */
    public Party {
        names = List.copyOf(names);
    }

    /** Its names on one line. */
    @Override
    public String toString() {
        return (kind == Kind.OUTSIDE ? "outside " : "") + String.join(", ", names);
    }
}
