package io.maskwire.networkpolicy;

import io.maskwire.declaration.Place;
import java.util.Comparator;

/**
 * Something in the declarations that somebody should settle; what it doesn't touch is generated all the same.
 *
 * @param kind what kind of thing
 * @param place where the declaration says it
 * @param problem what it is; names services, ports and data classes, never a value
 * @param remedy what to do
 */
public record Finding(Kind kind, Place place, String problem, String remedy) implements Comparable<Finding> {

    /** The kinds of finding. */
    public enum Kind {
        /** A declared edge that no policy opens, on neither side. */
        LEFT_OUT,
        /** An edge on which the two ends don't agree about data in clear; its packets pass. */
        DATA
    }

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::place, Problems.BY_PLACE)
            .thenComparing(Finding::kind)
            .thenComparing(Finding::problem)
            .thenComparing(Finding::remedy);

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind + " " + place + ": " + problem + "; " + remedy;
    }
}
