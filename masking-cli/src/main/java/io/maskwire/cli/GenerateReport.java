package io.maskwire.cli;

import io.maskwire.declaration.Service;
import io.maskwire.declaration.files.ReadFleet;
import io.maskwire.networkpolicy.Change;
import io.maskwire.networkpolicy.Change.Kind;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.Manifests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says what was generated. */
record GenerateReport(ReadFleet read, Manifests manifests, List<Change> changes) {

    /** For people: what changed, what was found, and the sum of it. */
    List<String> lines(Path out) {
        List<String> lines = new ArrayList<>();
        changes.stream()
                .filter(change -> change.kind() != Kind.UNCHANGED)
                .map(change -> word(change) + " " + out.resolve(change.file()))
                .forEach(lines::add);
        manifests.findings().stream().map(Finding::toString).forEach(lines::add);
        lines.add(
                "fleet " + manifests.fleet() + ": " + count(manifests.services().size(), "service") + ", "
                        + count(manifests.edges(), "edge") + " between them, "
                        + count(manifests.findings().size(), "finding") + "; " + count(changes.size(), "file") + ", "
                        + unchanged() + " unchanged");
        return lines;
    }

    /** For programs. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fleet", manifests.fleet());
        json.put("read", filesRead());
        json.put("services", manifests.services().stream().map(Object::toString).toList());
        json.put("edges", manifests.edges());
        json.put("files", changes.stream().map(change -> json(change)).toList());
        json.put(
                "findings",
                manifests.findings().stream().map(finding -> json(finding)).toList());
        return json;
    }

    private List<Map<String, Object>> filesRead() {
        List<Map<String, Object>> files = new ArrayList<>();
        read.byFile().forEach((file, declarations) -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", file.toString());
            json.put(
                    "services",
                    declarations.stream()
                            .flatMap(declaration -> declaration.service().stream())
                            .map(Service::name)
                            .map(Object::toString)
                            .toList());
            files.add(json);
        });
        return files;
    }

    private static Map<String, Object> json(Change change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", change.file());
        json.put("change", word(change));
        return json;
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", finding.rule().id());
        json.put("kind", finding.rule().kind().name());
        json.put("file", finding.place().file());
        json.put("line", finding.place().line());
        json.put("column", finding.place().column());
        json.put("problem", finding.problem());
        json.put("remedy", finding.remedy());
        return json;
    }

    private long unchanged() {
        return changes.stream()
                .filter(change -> change.kind() == Kind.UNCHANGED)
                .count();
    }

    private static String word(Change change) {
        return change.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
