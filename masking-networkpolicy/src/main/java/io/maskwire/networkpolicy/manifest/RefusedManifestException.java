package io.maskwire.networkpolicy.manifest;

import io.maskwire.declaration.Place;
import java.util.List;

/** Manifests can't be used. Every problem names its place, its field and what to do; none quotes a value. */
public final class RefusedManifestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * One problem.
     *
     * @param field the field it is about, such as {@code spec.ingress[0].from[1]}; empty if it is about the file
     */
    public record Problem(Place place, String field, String problem, String remedy) {

        @Override
        public String toString() {
            return place + ": " + (field.isEmpty() ? "" : field + " ") + problem + "; " + remedy;
        }
    }

    private final transient List<Problem> problems;

    /** Collects what is wrong; at least one problem. */
    public RefusedManifestException(List<Problem> problems) {
        super(String.join("\n", problems.stream().map(Problem::toString).toList()));
        this.problems = List.copyOf(problems);
    }

    /** The problems, in the order of files and places. */
    public List<Problem> problems() {
        return problems;
    }
}
