package io.maskwire.networkpolicy.check;

import io.maskwire.networkpolicy.api.Shown;
import io.maskwire.networkpolicy.manifest.Selector;
import io.maskwire.networkpolicy.manifest.Selector.Operator;
import io.maskwire.networkpolicy.manifest.Selector.Requirement;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The one text of a selector: two that say the same in the same words, in whatever order, have the same text. */
final class SelectorText {

    private SelectorText() {}

    /** The text without some labels; empty if nothing is left to select by. */
    static String of(Selector selector, Map<String, String> without) {
        TreeSet<String> parts = new TreeSet<>();
        selector.matchLabels().forEach((key, value) -> {
            if (!value.equals(without.get(key))) {
                parts.add(key + "=" + value);
            }
        });
        selector.matchExpressions().forEach(requirement -> parts.add(text(requirement)));
        return String.join(",", parts);
    }

    private static String text(Requirement requirement) {
        TreeSet<String> values = new TreeSet<>(requirement.values());
        if (requirement.operator() == Operator.IN && values.size() == 1) {
            return requirement.key() + "=" + values.first();
        }
        return requirement.key() + " " + requirement.operator().word()
                + (values.isEmpty() ? "" : " (" + String.join(" ", values) + ")");
    }

    /** Labels as a message may show them. */
    static String shown(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> Shown.name(label.getKey()) + "=" + Shown.name(label.getValue()))
                .sorted()
                .collect(Collectors.joining(","));
    }
}
