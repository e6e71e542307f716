package io.maskwire.text;

import io.maskwire.policy.Classification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which findings hold where several take the same text. In order of their place, the longer first, then by {@link Rank}:
 *
 * <ol>
 *   <li>one in another, or of the same text: the outer, the first, holds. If the inner is a value behind a name and the
 *       outer isn't, what both are counts;
 *   <li>two that overlap otherwise are one, which no mask can take: it is erased.
 * </ol>
 */
final class Overlaps {

    private static final Comparator<Finding> ORDER = Comparator.comparingInt(Finding::start)
            .thenComparing(Comparator.comparingInt(Finding::end).reversed())
            .thenComparing(Finding::rank);

    private Overlaps() {}

    /** The findings that hold, in order, none overlapping another. */
    static List<Finding> resolve(List<Finding> findings) {
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(ORDER);
        List<Finding> holding = new ArrayList<>(sorted.size());
        for (Finding next : sorted) {
            int last = holding.size() - 1;
            if (last < 0 || holding.get(last).end() <= next.start()) {
                holding.add(next);
            } else {
                holding.set(last, both(holding.get(last), next));
            }
        }
        return holding;
    }

    private static Finding both(Finding outer, Finding inner) {
        if (!outer.contains(inner)) {
            return outer.and(inner);
        }
        if (inner.rank() != Rank.NAMED || outer.rank() == Rank.NAMED) {
            return outer;
        }
        Classification both = Classification.both(outer.classification(), inner.classification());
        return new Finding(outer.start(), outer.end(), outer.rank(), both, outer.form());
    }
}
