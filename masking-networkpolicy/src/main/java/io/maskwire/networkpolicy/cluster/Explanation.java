package io.maskwire.networkpolicy.cluster;

import io.maskwire.declaration.Place;
import io.maskwire.networkpolicy.manifest.Direction;
import io.maskwire.networkpolicy.manifest.ObjectName;
import java.util.List;

/**
 * Why a connection is open or closed.
 *
 * @param asked the ports that were asked for
 * @param open those of them that are open
 * @param sides what decides, of the sender first; none for an address outside, and none at all where it is undefined
 */
public record Explanation(String from, String to, Verdict verdict, PortSet asked, PortSet open, List<Reason> sides) {

    /** What comes out. */
    public enum Verdict {
        /** All that was asked for is open. */
        OPEN,
        /** Some of what was asked for is open. */
        PARTLY_OPEN,
        CLOSED,
        /** A pod on the node's network takes part, and what policies mean for it is not defined. */
        UNDEFINED
    }

    /**
     * What decides on one side.
     *
     * @param isolating the policies that isolate the pods in this direction; without any everything is open
     * @param opening the rules that open some of what was asked for
     */
    public record Reason(Direction direction, String pods, List<PolicyAt> isolating, List<RuleAt> opening) {

        /** Copies what it is given. */
        public Reason {
            isolating = List.copyOf(isolating);
            opening = List.copyOf(opening);
        }
    }

    /** A policy and where it is written. */
    public record PolicyAt(ObjectName policy, Place place) {}

    /**
     * A rule and where it is written.
     *
     * @param index which rule of its direction, from 0
     */
    public record RuleAt(ObjectName policy, int index, Place place) {}

    /** Copies what it is given. */
    public Explanation {
        sides = List.copyOf(sides);
    }
}
