package io.maskwire.samples.shop.walk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Draws a scene: a row per member of the JSON, a column per audience, refusals below. */
final class SceneTable {

    private static final String GAP = "   ";

    private SceneTable() {}

    static List<String> draw(Scene scene) {
        List<List<String>> columns = columns(scene);
        List<String> lines = new ArrayList<>(List.of("", scene.title() + "  (" + scene.request() + ")"));
        for (int row = 0; row < columns.get(0).size(); row++) {
            lines.add(row(columns, row));
        }
        scene.sightings().stream()
                .filter(sighting -> !sighting.said().ok())
                .forEach(sighting -> lines.add(
                        "  to " + sighting.to() + ": " + sighting.said().status() + ", "
                                + (sighting.said().body().isEmpty() ? "no body" : "with a body")));
        return lines;
    }

    private static List<List<String>> columns(Scene scene) {
        List<Sighting> told = scene.sightings().stream()
                .filter(sighting -> sighting.said().ok())
                .toList();
        Set<String> names = new LinkedHashSet<>();
        told.forEach(sighting -> names.addAll(sighting.said().members().keySet()));
        List<List<String>> columns = new ArrayList<>();
        columns.add(Stream.concat(Stream.of(""), names.stream()).toList());
        for (Sighting sighting : told) {
            Map<String, String> members = sighting.said().members();
            Stream<String> cells = names.stream().map(name -> cell(scene.purchase(), members.getOrDefault(name, "-")));
            columns.add(Stream.concat(Stream.of("to " + sighting.to()), cells).toList());
        }
        return columns;
    }

    private static String cell(Purchase purchase, String value) {
        return purchase.clearIn(value).isEmpty() ? value : value + " (clear)";
    }

    private static String row(List<List<String>> columns, int row) {
        StringBuilder line = new StringBuilder("  ");
        for (List<String> column : columns) {
            int width = column.stream().mapToInt(Width::of).max().orElse(0);
            line.append(Width.pad(column.get(row), width)).append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
