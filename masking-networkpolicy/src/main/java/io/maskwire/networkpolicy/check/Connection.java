package io.maskwire.networkpolicy.check;

import java.util.Comparator;

/** Who may connect to whom, by names a message may show. */
record Connection(String from, String to, String port) implements Comparable<Connection> {

    private static final Comparator<Connection> ORDER =
            Comparator.comparing(Connection::from).thenComparing(Connection::to).thenComparing(Connection::port);

    @Override
    public int compareTo(Connection other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return from + " -> " + to + " on " + (port.equals(Opening.ANY_PORT) ? "every port" : port);
    }
}
