package io.maskwire.samples.shop.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The three services as processes of their own on loopback. Closing it ends all of them. */
final class Shop implements AutoCloseable {

    private static final List<String> SMALL_AND_QUICK =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx192m");

    private final Path folder;
    private final RunFolder run;
    private final Map<Service, Integer> ports;
    private final Map<Service, RunningService> services = new EnumMap<>(Service.class);
    private final List<RunningService> all = new ArrayList<>();
    private boolean closed;

    /** A shop not yet started; {@code folder} is {@code samples/shop}. */
    Shop(Path folder, RunFolder run, Map<Service, Integer> ports) {
        this.folder = folder;
        this.run = run;
        this.ports = Map.copyOf(ports);
    }

    Path folder() {
        return folder;
    }

    RunFolder run() {
        return run;
    }

    /**
     * Checks that there is something to start.
     *
     * @throws CannotStart if a jar is missing
     */
    void requireBuilt() {
        for (Service service : Service.values()) {
            Path jar = service.jar(folder);
            if (!Files.exists(jar)) {
                throw new CannotStart("There is no " + jar + "; samples/shop/run builds it.");
            }
        }
    }

    void start() throws IOException {
        for (Service service : Service.values()) {
            services.put(service, start(service, service.label(), port(service), List.of()));
        }
    }

    /** Starts one service again beside the running ones, on another port and with more arguments. */
    RunningService startBeside(Service service, String name, int port, String... arguments) throws IOException {
        return start(service, name, port, List.of(arguments));
    }

    RunningService get(Service service) {
        RunningService running = services.get(service);
        if (running == null) {
            throw new IllegalStateException(service.label() + " has not been started");
        }
        return running;
    }

    Collection<RunningService> services() {
        return services.values();
    }

    private int port(Service service) {
        Integer port = ports.get(service);
        if (port == null) {
            throw new IllegalArgumentException("No port for " + service.label());
        }
        return port;
    }

    private synchronized RunningService start(Service service, String name, int port, List<String> arguments)
            throws IOException {
        if (closed) {
            throw new IllegalStateException("The shop is closed");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL_AND_QUICK);
        command.addAll(List.of("-jar", service.jar(folder).toString()));
        command.add("--shop.run=" + run.path());
        command.add("--server.port=" + port);
        if (service == Service.ORDERS) {
            command.add("--masking.urls.customers=https://localhost:" + port(Service.CUSTOMERS));
            command.add("--masking.urls.payments=https://localhost:" + port(Service.PAYMENTS));
        }
        command.addAll(arguments);
        RunningService started = RunningService.start(name, port, run.log(name), command);
        all.add(started);
        return started;
    }

    @Override
    public synchronized void close() {
        closed = true;
        all.forEach(RunningService::askToStop);
        long deadline = System.nanoTime() + RunningService.PATIENCE.toNanos();
        all.forEach(service -> service.endBy(deadline));
    }
}
