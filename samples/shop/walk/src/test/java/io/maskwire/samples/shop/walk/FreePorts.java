package io.maskwire.samples.shop.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Ports nobody listens on, from below the range the system takes for outgoing connections. */
final class FreePorts {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int TRIES = 100;

    private FreePorts() {}

    /** The first of as many ports in a row as the shop has services. */
    static int first() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (areFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free ports in a row after " + TRIES + " tries");
    }

    /** The ports of two shops. */
    static List<Integer> ofTwoShops() {
        List<Integer> ports = new ArrayList<>(Ports.from(first()).values());
        while (ports.size() < 2 * Service.values().length) {
            int first = first();
            if (ports.stream().noneMatch(port -> Math.abs(port - first) < Service.values().length)) {
                ports.addAll(Ports.from(first).values());
            }
        }
        return ports;
    }

    private static boolean areFree(int first) {
        try {
            return !Ports.from(first).isEmpty();
        } catch (CannotStart taken) {
            return false;
        }
    }
}
