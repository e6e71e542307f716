package io.maskwire.key;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A key ring that follows its source: read again at an interval, so that keys rotate without a restart.
 *
 * <p>Each {@link #get} gives a whole, immutable ring. A ring that can't be read, or in which a key's bytes changed under
 * the same name, is reported and the last good one stays. A key that was removed is gone with the next ring.
 *
 * <p>Safe for use by many threads; {@link #get} never waits.
 */
public final class LiveKeyRing implements Supplier<KeyRing>, AutoCloseable {

    private final KeySource source;
    private final Consumer<String> reports;
    private final ScheduledExecutorService timer;
    private final Future<?> reloads;
    private volatile KeyRing ring;

    private LiveKeyRing(KeySource source, Duration interval, Consumer<String> reports) {
        this.source = source;
        this.reports = reports;
        this.ring = KeyRing.from(source);
        this.timer = Executors.newSingleThreadScheduledExecutor(LiveKeyRing::daemon);
        long nanos = interval.toNanos();
        this.reloads = timer.scheduleWithFixedDelay(this::reload, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "maskwire-keys");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Reads a ring now and again at each interval.
     *
     * @param interval at least a millisecond
     * @param reports takes a line for each new ring and each one that was refused; it holds names only
     * @throws KeyException if the source can't give good keys now
     */
    public static LiveKeyRing follow(KeySource source, Duration interval, Consumer<String> reports) {
        if (interval.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException("Read keys again at an interval of a millisecond or more");
        }
        return new LiveKeyRing(
                Objects.requireNonNull(source, "source"), interval, Objects.requireNonNull(reports, "reports"));
    }

    @Override
    public KeyRing get() {
        return ring;
    }

    /** Reads the source now. Returns true if its keys are in use afterwards, false if the last good ring stays. */
    public synchronized boolean reload() {
        try {
            KeyRing read = KeyRing.from(source);
            KeyRing before = ring;
            String changed = before.differsFrom(read).orElse("");
            if (!changed.isEmpty()) {
                reports.accept("Refused new keys: \"" + changed + "\" has other bytes than before; give a new key a new"
                        + " name; still using " + before);
                return false;
            }
            if (!before.sameAs(read)) {
                ring = read;
                reports.accept("Using " + read + " instead of " + before);
            }
            return true;
        } catch (RuntimeException e) {
            reports.accept("Can't read keys: "
                    + (e instanceof KeyException ? e.getMessage() : e.getClass().getName()) + "; still using " + ring);
            return false;
        }
    }

    @Override
    public void close() {
        reloads.cancel(true);
        timer.shutdownNow();
    }

    @Override
    public String toString() {
        return "LiveKeyRing[" + ring + "]";
    }
}
