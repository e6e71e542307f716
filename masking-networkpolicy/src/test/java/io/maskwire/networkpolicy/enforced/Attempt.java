package io.maskwire.networkpolicy.enforced;

import io.maskwire.declaration.Protocol;

/**
 * A connection to try.
 *
 * @param to the name of a host or of a Service
 * @param address what is connected to
 * @param port the port there
 */
record Attempt(String from, String to, Protocol protocol, String address, int port) {

    @Override
    public String toString() {
        return from + " -> " + to + " " + port + "/" + protocol;
    }
}
