package io.maskwire.cli;

import io.maskwire.declaration.Place;
import io.maskwire.networkpolicy.cluster.Explanation;
import io.maskwire.networkpolicy.cluster.Explanation.PolicyAt;
import io.maskwire.networkpolicy.cluster.Explanation.Reason;
import io.maskwire.networkpolicy.cluster.Explanation.RuleAt;
import io.maskwire.networkpolicy.cluster.PortSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Words why a connection is open or closed. */
final class ExplanationText {

    private ExplanationText() {}

    /** For people. */
    static List<String> lines(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        lines.add(explanation.from() + " -> " + explanation.to() + asked(explanation) + ": " + verdict(explanation));
        explanation.sides().forEach(reason -> lines.addAll(lines(reason)));
        return lines;
    }

    private static String asked(Explanation explanation) {
        return explanation.asked().isAll() ? "" : " " + explanation.asked();
    }

    private static String verdict(Explanation explanation) {
        return switch (explanation.verdict()) {
            case OPEN -> "open";
            case PARTLY_OPEN -> "open at " + explanation.open();
            case CLOSED -> "closed";
            case UNDEFINED -> "not defined: a pod on a node's network takes part";
        };
    }

    private static List<String> lines(Reason reason) {
        String side = "  " + reason.direction().rules() + " of " + reason.pods() + ": ";
        if (reason.isolating().isEmpty()) {
            return List.of(side + "open, since no policy isolates it");
        }
        if (reason.opening().isEmpty()) {
            return List.of(side + "closed by "
                    + reason.isolating().stream().map(ExplanationText::text).collect(Collectors.joining(", "))
                    + ", of which no rule opens it");
        }
        return reason.opening().stream()
                .map(rule -> side + "opened by " + text(reason, rule))
                .toList();
    }

    private static String text(PolicyAt policy) {
        return policy.policy() + " (" + text(policy.place()) + ")";
    }

    private static String text(Reason reason, RuleAt rule) {
        return rule.policy() + " " + reason.direction().rules() + "[" + rule.index() + "] (" + text(rule.place()) + ")";
    }

    private static String text(Place place) {
        return place.file() + ":" + place.line();
    }

    /** For programs. */
    static Map<String, Object> json(Explanation explanation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", explanation.from());
        json.put("to", explanation.to());
        json.put(
                "verdict", explanation.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("asked", json(explanation.asked()));
        json.put("open", json(explanation.open()));
        json.put(
                "sides", explanation.sides().stream().map(ExplanationText::json).toList());
        return json;
    }

    private static Object json(PortSet ports) {
        return ConnectivityReport.json(ports);
    }

    private static Map<String, Object> json(Reason reason) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("direction", reason.direction().rules());
        json.put("workload", reason.pods());
        json.put(
                "isolatedBy",
                reason.isolating().stream()
                        .map(policy -> json(policy.policy().toString(), policy.place()))
                        .toList());
        json.put("openedBy", reason.opening().stream().map(rule -> json(rule)).toList());
        return json;
    }

    private static Map<String, Object> json(RuleAt rule) {
        Map<String, Object> json = json(rule.policy().toString(), rule.place());
        json.put("rule", rule.index());
        return json;
    }

    private static Map<String, Object> json(String policy, Place place) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("policy", policy);
        json.put("file", place.file());
        json.put("line", place.line());
        return json;
    }
}
