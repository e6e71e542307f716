package io.maskwire.reveal;

import java.time.Duration;
import java.util.Objects;

/**
 * How often one actor may ask for an original: a token bucket that holds so many, and fills from empty to full in a time.
 * Every attempt counts, also one that is refused. Counted in this process only: with n instances an actor may ask n times
 * as often.
 *
 * @param most how many may be asked for at once
 * @param within after what time as many may be asked for again
 */
public record RevealRate(int most, Duration within) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    /** Thirty a minute: enough for a person who works through cases, and slow for one who copies a database. */
    public static final RevealRate DEFAULT = new RevealRate(30, Duration.ofMinutes(1));

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if there is not at least 1, or the time is not between a second and a year
     */
    public RevealRate {
        Objects.requireNonNull(within, "within");
        if (most < 1) {
            throw new IllegalArgumentException("A reveal rate needs 1 or more, but was " + most);
        }
        if (within.compareTo(SHORTEST) < 0 || within.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A reveal rate needs a time of a second to a year, but was " + within);
        }
    }
}
