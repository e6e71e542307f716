package io.maskwire.networkpolicy;

import java.util.List;

/** Manifests can't be written to their folder, and nothing in it was changed unless a problem says otherwise. */
public final class ManifestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * One problem.
     *
     * @param file the file or folder it is about
     */
    public record Problem(String file, String problem, String remedy) {

        @Override
        public String toString() {
            return file + ": " + problem + "; " + remedy;
        }
    }

    private final transient List<Problem> problems;

    /** Collects what is wrong; at least one problem. */
    public ManifestException(List<Problem> problems) {
        super(String.join("\n", problems.stream().map(Problem::toString).toList()));
        this.problems = List.copyOf(problems);
    }

    /** The problems, in the order of their files. */
    public List<Problem> problems() {
        return problems;
    }
}
