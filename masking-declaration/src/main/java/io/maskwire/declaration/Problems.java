package io.maskwire.declaration;

import io.maskwire.declaration.DeclarationException.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong, so that one run names it all. Not thread-safe. */
final class Problems {

    private static final int MOST = 50;

    private final List<String> files = new ArrayList<>();
    private final List<Problem> found = new ArrayList<>();

    /** Problems are told in the order in which their files were opened. */
    void opened(String file) {
        files.add(file);
    }

    void add(Place place, String problem, String remedy) {
        found.add(new Problem(place, problem, remedy));
        if (found.size() == MOST) {
            throw exception();
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw exception();
        }
    }

    /** The problems so far and a last one that leaves nothing more to read. */
    DeclarationException and(Place place, String problem, String remedy) {
        found.add(new Problem(place, problem, remedy));
        return exception();
    }

    DeclarationException exception() {
        Comparator<Problem> byFile =
                Comparator.comparingInt(problem -> files.indexOf(problem.place().file()));
        return new DeclarationException(found.stream()
                .sorted(byFile.thenComparingInt(problem -> problem.place().line())
                        .thenComparingInt(problem -> problem.place().column()))
                .toList());
    }
}
