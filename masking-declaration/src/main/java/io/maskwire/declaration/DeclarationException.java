package io.maskwire.declaration;

import java.util.List;

/** A declaration can't be used. Every problem names its place and what to do; none quotes a value of data. */
public final class DeclarationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One problem. */
    public record Problem(Place place, String problem, String remedy) {

        @Override
        public String toString() {
            return place + ": " + problem + "; " + remedy;
        }
    }

    private final transient List<Problem> problems;

    /** Collects what is wrong; at least one problem. */
    public DeclarationException(List<Problem> problems) {
        super(String.join("\n", problems.stream().map(Problem::toString).toList()));
        this.problems = List.copyOf(problems);
    }

    /** The problems, in the order of their places. */
    public List<Problem> problems() {
        return problems;
    }
}
