package io.maskwire.networkpolicy.report;

import io.maskwire.declaration.Place;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.Finding.Severity;
import io.maskwire.networkpolicy.FindingRule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Findings as the Static Analysis Results Interchange Format, version 2.1.0 (OASIS, 2020). */
final class Sarif {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    private Sarif() {}

    static Map<String, Object> log(List<Finding> findings) {
        List<FindingRule> rules =
                findings.stream().map(Finding::rule).distinct().sorted().toList();
        Map<String, Object> driver = Json.object(
                "name", "maskwire", "rules", rules.stream().map(Sarif::rule).toList());
        Map<String, Object> run = Json.object(
                "tool",
                Map.of("driver", driver),
                "columnKind",
                "unicodeCodePoints",
                "results",
                findings.stream().map(finding -> result(finding, rules)).toList());
        return Json.object("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run));
    }

    private static Map<String, Object> rule(FindingRule rule) {
        return Json.object(
                "id", rule.id(),
                "shortDescription", Map.of("text", rule.explanation()),
                "defaultConfiguration", Map.of("level", level(rule)),
                "properties", Map.of("tags", List.of(rule.kind().name().toLowerCase(Locale.ROOT))));
    }

    private static String level(FindingRule rule) {
        return rule.severity() == Severity.NOTE
                ? "note"
                : rule.severity().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> result(Finding finding, List<FindingRule> rules) {
        return Json.object(
                "ruleId", finding.rule().id(),
                "ruleIndex", rules.indexOf(finding.rule()),
                "level", level(finding.rule()),
                "message", Map.of("text", finding.rule().kind() + ": " + finding.problem() + "; " + finding.remedy()),
                "locations", List.of(Map.of("physicalLocation", location(finding.place()))));
    }

    private static Map<String, Object> location(Place place) {
        return Json.object(
                "artifactLocation",
                Map.of("uri", uri(place.file())),
                "region",
                Json.object("startLine", Math.max(1, place.line()), "startColumn", Math.max(1, place.column())));
    }

    /** A file's name as a reference: relative as it was given, with {@code file://} if it begins at the root. */
    static String uri(String file) {
        StringBuilder uri = new StringBuilder(file.startsWith("/") ? "file://" : "");
        for (byte b : file.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            uri.append(UNRESERVED.indexOf(c) >= 0 ? String.valueOf((char) c) : "%%%02X".formatted(c));
        }
        return uri.toString();
    }
}
