package io.maskwire.cli;

import io.maskwire.declaration.Protocol;
import io.maskwire.networkpolicy.cluster.PortSet;
import picocli.CommandLine.TypeConversionException;

/** The port somebody asks about. */
record PortQuery(PortSet ports) {

    static final PortQuery ANY = new PortQuery(PortSet.ALL);
    private static final int HIGHEST = 65_535;

    /** Reads {@code 8443} or {@code 53/UDP}. */
    static PortQuery of(String text) {
        int slash = text.indexOf('/');
        String number = slash < 0 ? text : text.substring(0, slash);
        if (!number.matches("[1-9][0-9]{0,4}") || Integer.parseInt(number) > HIGHEST) {
            throw new TypeConversionException("write PORT or PORT/PROTOCOL, such as 8443/TCP");
        }
        int port = Integer.parseInt(number);
        return new PortQuery(PortSet.of(protocol(slash < 0 ? "TCP" : text.substring(slash + 1)), port, port));
    }

    private static Protocol protocol(String word) {
        for (Protocol protocol : Protocol.values()) {
            if (protocol.name().equals(word)) {
                return protocol;
            }
        }
        throw new TypeConversionException("write the protocol as TCP, UDP or SCTP");
    }
}
