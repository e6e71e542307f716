package io.maskwire.networkpolicy.cluster;

/**
 * Who may open connections to whom. Between a party and itself: each pod to the others of the party.
 *
 * @param ports at which ports of the receiver
 */
public record Connection(Party from, Party to, PortSet ports) {

    /** How many pairs of names it is about. */
    public long pairs() {
        return (long) from.names().size() * to.names().size();
    }

    @Override
    public String toString() {
        return from + " -> " + to + " " + ports;
    }
}
