package io.maskwire.networkpolicy.cluster;

import io.maskwire.declaration.Protocol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ports of the three protocols a policy knows. Immutable. */
public final class PortSet {

    /** One port or more in a row. */
    public record Range(Protocol protocol, int first, int last) {

        @Override
        public String toString() {
            return (first == last ? first : first + "-" + last) + "/" + protocol;
        }
    }

    static final int LOWEST = 1;
    static final int HIGHEST = 65_535;
    private static final int[] NO_PORT = {};
    private static final int[] EVERY_PORT = {LOWEST, HIGHEST};

    /** No port. */
    public static final PortSet NONE = new PortSet(NO_PORT, NO_PORT, NO_PORT);

    /** Every port of every protocol. */
    public static final PortSet ALL = new PortSet(EVERY_PORT, EVERY_PORT, EVERY_PORT);

    // First and last ports of the ranges of each protocol, sorted, neither touching nor overlapping.
    private final int[] tcp;
    private final int[] udp;
    private final int[] sctp;

    private PortSet(int[] tcp, int[] udp, int[] sctp) {
        this.tcp = tcp;
        this.udp = udp;
        this.sctp = sctp;
    }

    /** The ports from the first to the last. */
    public static PortSet of(Protocol protocol, int first, int last) {
        int[] range = {first, last};
        return switch (protocol) {
            case TCP -> new PortSet(range, NO_PORT, NO_PORT);
            case UDP -> new PortSet(NO_PORT, range, NO_PORT);
            case SCTP -> new PortSet(NO_PORT, NO_PORT, range);
        };
    }

    private int[] of(Protocol protocol) {
        return switch (protocol) {
            case TCP -> tcp;
            case UDP -> udp;
            case SCTP -> sctp;
        };
    }

    /** Whether a port is in it. */
    public boolean contains(Protocol protocol, int port) {
        return isIn(of(protocol), port);
    }

    /** Whether it has no port. */
    public boolean isEmpty() {
        return tcp.length + udp.length + sctp.length == 0;
    }

    /** Whether it has every port of every protocol. */
    public boolean isAll() {
        return Arrays.equals(tcp, EVERY_PORT) && Arrays.equals(udp, EVERY_PORT) && Arrays.equals(sctp, EVERY_PORT);
    }

    /** What is in one of the two. */
    public PortSet plus(PortSet other) {
        if (other.isEmpty()) {
            return this;
        }
        return isEmpty() ? other : combined(other, true, true, true);
    }

    /** What is in both. */
    public PortSet and(PortSet other) {
        if (isAll()) {
            return other;
        }
        return other.isAll() ? this : combined(other, false, false, true);
    }

    /** What is in this and not in the other. */
    public PortSet minus(PortSet other) {
        return combined(other, true, false, false);
    }

    private PortSet combined(PortSet other, boolean onlyMine, boolean onlyOthers, boolean both) {
        return new PortSet(
                combined(tcp, other.tcp, onlyMine, onlyOthers, both),
                combined(udp, other.udp, onlyMine, onlyOthers, both),
                combined(sctp, other.sctp, onlyMine, onlyOthers, both));
    }

    /** Walks over all borders of both, and keeps the stretches whose membership is wanted. */
    private static int[] combined(int[] mine, int[] others, boolean onlyMine, boolean onlyOthers, boolean both) {
        if (mine.length + others.length == 0) {
            return NO_PORT;
        }
        int[] found = new int[mine.length + others.length + 2];
        int size = 0;
        int next = LOWEST;
        while (next <= HIGHEST) {
            int end = Math.min(stretch(mine, next), stretch(others, next));
            boolean in = isIn(mine, next) ? isIn(others, next) ? both : onlyMine : isIn(others, next) && onlyOthers;
            if (in && size > 0 && found[size - 1] == next - 1) {
                found[size - 1] = end;
            } else if (in) {
                found = size + 2 > found.length ? Arrays.copyOf(found, 2 * found.length) : found;
                found[size++] = next;
                found[size++] = end;
            }
            next = end + 1;
        }
        return size == 0 ? NO_PORT : Arrays.copyOf(found, size);
    }

    private static boolean isIn(int[] ranges, int port) {
        for (int i = 0; i < ranges.length; i += 2) {
            if (port >= ranges[i] && port <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** The last port up to which membership is the same as of this one. */
    private static int stretch(int[] ranges, int port) {
        for (int i = 0; i < ranges.length; i += 2) {
            if (port < ranges[i]) {
                return ranges[i] - 1;
            }
            if (port <= ranges[i + 1]) {
                return ranges[i + 1];
            }
        }
        return HIGHEST;
    }

    /** Its ranges, by protocol and port. */
    public List<Range> ranges() {
        List<Range> all = new ArrayList<>();
        for (Protocol protocol : Protocol.values()) {
            int[] own = of(protocol);
            for (int i = 0; i < own.length; i += 2) {
                all.add(new Range(protocol, own[i], own[i + 1]));
            }
        }
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PortSet set
                && Arrays.equals(tcp, set.tcp)
                && Arrays.equals(udp, set.udp)
                && Arrays.equals(sctp, set.sctp);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(tcp) + Arrays.hashCode(udp)) + Arrays.hashCode(sctp);
    }

    /** Such as {@code 443/TCP 8080-8090/TCP 53/UDP}, {@code all} or {@code none}. */
    @Override
    public String toString() {
        if (isEmpty()) {
            return "none";
        }
        return isAll()
                ? "all"
                : String.join(" ", ranges().stream().map(Range::toString).toList());
    }
}
