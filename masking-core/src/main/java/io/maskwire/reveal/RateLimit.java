package io.maskwire.reveal;

import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A token bucket for each actor, kept as the time at which it will be full again (the generic cell rate algorithm of
 * ITU-T I.371). A full bucket is not kept, and of others at most a fixed number: when it is reached, an actor not seen
 * before is refused. Nobody waits. For many threads.
 */
final class RateLimit {

    static final int MOST_ACTORS = 10_000;

    private static final long NANOS = 1_000_000_000L;

    private final long nanosPerOne;
    private final long nanosPerAll;
    private final ConcurrentHashMap<String, Long> fullAgain = new ConcurrentHashMap<>();

    RateLimit(RevealRate rate) {
        // A rate above one in a nanosecond can't be told from one in a nanosecond.
        this.nanosPerOne = Math.max(1, rate.within().toNanos() / rate.most());
        this.nanosPerAll = nanosPerOne * rate.most();
    }

    /** Takes one of an actor's; false if none is left. */
    boolean take(String actor, Instant when) {
        long now = nanos(when);
        if (!fullAgain.containsKey(actor) && fullAgain.size() >= MOST_ACTORS) {
            fullAgain.values().removeIf(full -> full <= now);
            if (fullAgain.size() >= MOST_ACTORS) {
                return false;
            }
        }
        boolean[] isTaken = new boolean[1];
        fullAgain.compute(actor, (name, full) -> {
            long from = from(full == null ? now : full, now);
            isTaken[0] = from + nanosPerOne - now <= nanosPerAll;
            return isTaken[0] ? from + nanosPerOne : from;
        });
        return isTaken[0];
    }

    /** A bucket is never more than full, nor, when the clock was put back, more than empty. */
    private long from(long full, long now) {
        return Math.min(Math.max(full, now), now + nanosPerAll);
    }

    private static long nanos(Instant when) {
        return Math.addExact(Math.multiplyExact(when.getEpochSecond(), NANOS), when.getNano());
    }

    int actors() {
        return fullAgain.size();
    }
}
