package io.maskwire.networkpolicy.report;

import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.Finding.Kind;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Findings in a form for people or programs. The same findings give the same bytes, with LF as the end of lines.
 *
 * @param findings the findings, told by kind and then in their order
 */
public record FindingReport(List<Finding> findings) {

    private static final Comparator<Finding> BY_KIND =
            Comparator.comparing((Finding finding) -> finding.rule().kind()).thenComparing(Comparator.naturalOrder());

    /** Sorts the findings; two that are the same are told once. */
    public FindingReport {
        findings = findings.stream().sorted(BY_KIND).distinct().toList();
    }

    /** One line for each finding, and their sum. */
    public List<String> text() {
        List<String> lines = findings.stream().map(Finding::toString).collect(Collectors.toList());
        lines.add(sum());
        return List.copyOf(lines);
    }

    /** How many findings there are of each kind. */
    String sum() {
        if (findings.isEmpty()) {
            return "no finding";
        }
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        findings.forEach(finding -> counts.merge(finding.rule().kind(), 1, Integer::sum));
        String kinds = counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
        return findings.size() + (findings.size() == 1 ? " finding: " : " findings: ") + kinds;
    }

    /** For programs: one object with the findings. */
    public String json() {
        return Json.of(
                Map.of("findings", findings.stream().map(FindingReport::json).toList()));
    }

    private static Map<String, Object> json(Finding finding) {
        return Json.object(
                "kind", finding.rule().kind().name(),
                "rule", finding.rule().id(),
                "severity", finding.rule().severity().name().toLowerCase(Locale.ROOT),
                "file", finding.place().file(),
                "line", finding.place().line(),
                "column", finding.place().column(),
                "about", finding.about().stream().map(Object::toString).toList(),
                "problem", finding.problem(),
                "remedy", finding.remedy());
    }

    /** A table for a comment on a pull request, in GitHub's Markdown. */
    public String markdown() {
        StringBuilder text = new StringBuilder("**maskwire:** ").append(sum()).append('\n');
        if (!findings.isEmpty()) {
            text.append("\n| | what | where | what to do |\n| --- | --- | --- | --- |\n");
            findings.forEach(finding -> text.append(row(finding)));
        }
        return text.toString();
    }

    private static String row(Finding finding) {
        return "| **" + finding.rule().kind() + "** `" + finding.rule().id() + "` | " + cell(finding.problem()) + " | "
                + cell(finding.place().file() + ":" + finding.place().line()) + " | " + cell(finding.remedy()) + " |\n";
    }

    /** A text that Markdown and HTML take as it is. */
    private static String cell(String text) {
        StringBuilder cell = new StringBuilder();
        text.codePoints().forEach(c -> {
            if ("\\`*_{}[]<>()#+!|~&@".indexOf(c) >= 0) {
                cell.append('\\');
            }
            cell.appendCodePoint(c < ' ' ? ' ' : c);
        });
        return cell.toString();
    }

    /** A log in SARIF 2.1.0, for code scanning. */
    public String sarif() {
        return Json.of(Sarif.log(findings));
    }
}
