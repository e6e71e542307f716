package io.maskwire.cli;

import io.maskwire.declaration.DeclarationException;
import io.maskwire.declaration.Place;
import io.maskwire.networkpolicy.ManifestException;
import io.maskwire.networkpolicy.manifest.RefusedManifestException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why a command did nothing. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * One reason.
     *
     * @param file the file or folder it is about
     * @param line the line in the file, or 0
     * @param column the column in the line, or 0
     */
    record Reason(String file, int line, int column, String problem, String remedy) {

        static Reason of(DeclarationException.Problem problem) {
            return new Reason(
                    problem.place().file(),
                    problem.place().line(),
                    problem.place().column(),
                    problem.problem(),
                    problem.remedy());
        }

        static Reason of(ManifestException.Problem problem) {
            return new Reason(problem.file(), 0, 0, problem.problem(), problem.remedy());
        }

        static Reason of(RefusedManifestException.Problem problem) {
            return new Reason(
                    problem.place().file(),
                    problem.place().line(),
                    problem.place().column(),
                    (problem.field().isEmpty() ? "" : problem.field() + " ") + problem.problem(),
                    problem.remedy());
        }

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", file);
            if (line > 0) {
                json.put("line", line);
                json.put("column", column);
            }
            json.put("problem", problem);
            json.put("remedy", remedy);
            return json;
        }

        @Override
        public String toString() {
            return new Place(file, line, column) + ": " + problem + "; " + remedy;
        }
    }

    private final transient List<Reason> reasons;

    Refusal(List<Reason> reasons) {
        super(String.join("\n", reasons.stream().map(Reason::toString).toList()));
        this.reasons = List.copyOf(reasons);
    }

    Refusal(String file, String problem, String remedy) {
        this(List.of(new Reason(file, 0, 0, problem, remedy)));
    }

    List<Reason> reasons() {
        return reasons;
    }
}
