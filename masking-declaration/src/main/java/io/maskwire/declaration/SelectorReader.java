package io.maskwire.declaration;

import io.maskwire.declaration.Node.Mapping;
import io.maskwire.declaration.Node.Scalar;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a selector: {@code k=v,k2=v2}, or labels as keys with values. */
final class SelectorReader {

    private static final String KEY = "selector";

    private final Problems problems;

    SelectorReader(Problems problems) {
        this.problems = problems;
    }

    static Map<String, String> single(String label, String value) {
        return Collections.unmodifiableMap(new TreeMap<>(Map.of(label, value)));
    }

    /** The labels, sorted, if there are any that can be read. */
    Optional<Map<String, String>> read(Section section) {
        Map<String, String> labels = new TreeMap<>();
        if (section.value(KEY).map(Value::node).orElse(null) instanceof Mapping mapping) {
            fromMapping(section, mapping, labels);
        } else {
            section.text(KEY).ifPresent(text -> fromText(section, text, labels));
        }
        return labels.isEmpty() ? Optional.empty() : Optional.of(Collections.unmodifiableMap(labels));
    }

    private void fromMapping(Section section, Mapping mapping, Map<String, String> labels) {
        if (mapping.entries().isEmpty()) {
            problems.add(
                    mapping.place(),
                    section.path(KEY) + " is empty, which would select every pod",
                    "write LABEL: VALUE, or remove the key");
        }
        for (Node.Entry entry : mapping.entries()) {
            if (entry.value() instanceof Scalar scalar && scalar.type() == Node.ScalarType.TEXT) {
                put(section, entry.key(), scalar.text(), entry.place(), labels);
            } else {
                problems.add(
                        entry.value().place(),
                        section.path(KEY) + " has a label whose value is no text",
                        "put the value in quotes");
            }
        }
    }

    private void fromText(Section section, Named text, Map<String, String> labels) {
        for (String label : text.name().split(",", -1)) {
            int equals = label.indexOf('=');
            if (equals < 0 || label.strip().endsWith("=")) {
                problems.add(
                        text.place(),
                        section.path(KEY) + " is no selector",
                        "write LABEL=VALUE, or several joined by ,");
                return;
            }
            put(
                    section,
                    label.substring(0, equals).strip(),
                    label.substring(equals + 1).strip(),
                    text.place(),
                    labels);
        }
    }

    private void put(Section section, String key, String value, Place place, Map<String, String> labels) {
        if (!Names.isLabelKey(key) || !Names.isLabelValue(value)) {
            problems.add(
                    place,
                    section.path(KEY) + " has a label that Kubernetes doesn't allow",
                    "name and value have at most 63 letters, digits, -, _ and ., the name with DOMAIN/ before it or not");
        } else if (labels.putIfAbsent(key, value) != null) {
            problems.add(place, section.path(KEY) + " names a label twice", "remove one of the two");
        }
    }
}
