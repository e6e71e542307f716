package io.maskwire.samples.shop.walk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;

/** Which service listens where. */
final class Ports {

    private Ports() {}

    /** One port after the other from {@code first}; refuses if one of them is taken. */
    static Map<Service, Integer> from(int first) {
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        int port = first;
        for (Service service : Service.values()) {
            requireFree(service, port);
            ports.put(service, port++);
        }
        return ports;
    }

    private static void requireFree(Service service, int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.getLocalPort();
        } catch (IOException taken) {
            throw new CannotStart(
                    "Port " + port + " for " + service.label()
                            + " is taken; free it, or choose others: --port N uses N, N+1, N+2.",
                    taken);
        }
    }
}
