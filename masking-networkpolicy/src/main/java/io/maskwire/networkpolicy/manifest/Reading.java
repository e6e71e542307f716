package io.maskwire.networkpolicy.manifest;

import io.maskwire.declaration.Place;
import io.maskwire.networkpolicy.manifest.RefusedManifestException.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was found in one file so far, so that one run names everything. */
final class Reading {

    /** Behind so many problems a file isn't the one that was meant. */
    private static final int MOST = 200;

    /** Ends the reading of a file early; its reason is among the problems. */
    static final class Abandoned extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Abandoned() {
            super("Nothing more of this file can be read", null, false, false);
        }
    }

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final List<ManifestFinding> findings = new ArrayList<>();

    Reading(String file) {
        this.file = file;
    }

    Place place(int line, int column) {
        return new Place(file, line, column);
    }

    Place place(Node node) {
        return place(node.line(), node.column());
    }

    void problem(Place place, String field, String problem, String remedy) {
        problems.add(new Problem(place, field, problem, remedy));
        if (problems.size() == MOST) {
            throw new Abandoned();
        }
    }

    void problem(Node node, Field field, String problem, String remedy) {
        problem(place(node), field.toString(), problem, remedy);
    }

    /** A problem behind which nothing can be read. */
    Abandoned last(Place place, String problem, String remedy) {
        problems.add(new Problem(place, "", problem, remedy));
        return new Abandoned();
    }

    void finding(ManifestFinding.Kind kind, Place place, Field field, String problem, String remedy) {
        findings.add(new ManifestFinding(kind, place, field.toString(), problem, remedy));
    }

    /** The problems in the order of their places. */
    List<Problem> problems() {
        return problems.stream()
                .sorted(Comparator.comparing(
                        Problem::place, Comparator.comparingInt(Place::line).thenComparingInt(Place::column)))
                .toList();
    }

    /** The findings in the order of their places. */
    List<ManifestFinding> findings() {
        return findings.stream()
                .sorted(Comparator.comparing(
                        ManifestFinding::place,
                        Comparator.comparingInt(Place::line).thenComparingInt(Place::column)))
                .toList();
    }
}
