package io.maskwire.samples.shop.walk;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Waits, not for ever, until services say over TLS that they are up. */
final class Health {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Client client;

    Health(Client client) {
        this.client = client;
    }

    /**
     * Returns once all are up.
     *
     * @param ready is told each service and the seconds it took
     * @throws CannotStart if one ends before it is up, or takes too long
     */
    void await(Collection<RunningService> services, BiConsumer<RunningService, String> ready) throws IOException {
        long start = System.nanoTime();
        List<RunningService> waiting = new ArrayList<>(services);
        while (!waiting.isEmpty()) {
            for (RunningService service : List.copyOf(waiting)) {
                if (isUp(service)) {
                    waiting.remove(service);
                    ready.accept(service, seconds(start));
                }
            }
            pause(waiting, start);
        }
    }

    private boolean isUp(RunningService service) throws IOException {
        if (!service.process().isAlive()) {
            throw new CannotStart(
                    service.name() + " did not start: " + service.lastWords() + " (log: " + service.log() + ")");
        }
        try {
            return client.get(service.uri("/actuator/health"), Caller.ANONYMOUS).ok();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause(List<RunningService> waiting, long start) throws IOException {
        if (waiting.isEmpty()) {
            return;
        }
        RunningService slow = waiting.get(0);
        if (System.nanoTime() - start > PATIENCE.toNanos()) {
            throw new CannotStart(
                    slow.name() + " was not up after " + PATIENCE.toMinutes() + " minutes; its log is " + slow.log());
        }
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + slow.name(), interrupted);
        }
    }

    private static String seconds(long start) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
    }
}
