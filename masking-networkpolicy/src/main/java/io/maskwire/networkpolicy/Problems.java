package io.maskwire.networkpolicy;

import io.maskwire.declaration.DeclarationException;
import io.maskwire.declaration.DeclarationException.Problem;
import io.maskwire.declaration.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a fleet, so that one run names everything. Several threads may add. */
final class Problems {

    static final Comparator<Place> BY_PLACE =
            Comparator.comparing(Place::file).thenComparingInt(Place::line).thenComparingInt(Place::column);

    private final List<Problem> problems = new ArrayList<>();

    synchronized void add(Place place, String problem, String remedy) {
        problems.add(new Problem(place, problem, remedy));
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new DeclarationException(problems.stream()
                    .sorted(Comparator.comparing(Problem::place, BY_PLACE)
                            .thenComparing(Problem::problem)
                            .thenComparing(Problem::remedy))
                    .toList());
        }
    }
}
