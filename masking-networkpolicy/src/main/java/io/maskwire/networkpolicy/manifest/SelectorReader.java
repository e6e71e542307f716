package io.maskwire.networkpolicy.manifest;

import io.maskwire.networkpolicy.api.ApiRules;
import io.maskwire.networkpolicy.manifest.Selector.Operator;
import io.maskwire.networkpolicy.manifest.Selector.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a label selector. */
final class SelectorReader {

    private static final Set<String> KNOWN = Set.of("matchLabels", "matchExpressions");
    private static final Set<String> OF_A_REQUIREMENT = Set.of("key", "operator", "values");
    private static final Map<String, Operator> OPERATORS =
            Arrays.stream(Operator.values()).collect(Collectors.toUnmodifiableMap(Operator::word, Function.identity()));

    private final Reading reading;

    SelectorReader(Reading reading) {
        this.reading = reading;
    }

    Optional<Selector> read(Node node, Field field) {
        return Fields.strict(node, field, reading, KNOWN).map(this::selector);
    }

    private Selector selector(Fields fields) {
        List<Requirement> requirements = new ArrayList<>();
        List<Node> expressions = fields.items("matchExpressions").orElse(List.of());
        for (int i = 0; i < expressions.size(); i++) {
            Field field = fields.field("matchExpressions").at(i);
            Fields.strict(expressions.get(i), field, reading, OF_A_REQUIREMENT)
                    .flatMap(this::requirement)
                    .ifPresent(requirements::add);
        }
        return new Selector(Labels.read(fields, "matchLabels"), requirements, fields.place());
    }

    private Optional<Requirement> requirement(Fields fields) {
        Optional<String> key = key(fields);
        Set<String> values = values(fields);
        Optional<Operator> operator = operator(fields);
        boolean usable = operator.isPresent() && isUsable(fields, operator.get());
        return usable && key.isPresent()
                ? Optional.of(new Requirement(key.get(), operator.get(), values, fields.place()))
                : Optional.empty();
    }

    private static Optional<String> key(Fields fields) {
        if (fields.value("key").isEmpty()) {
            fields.problem("key", "is missing", "write key: LABEL");
            return Optional.empty();
        }
        Optional<String> key = fields.text("key");
        if (key.isPresent() && !ApiRules.isLabelKey(key.get())) {
            fields.problem("key", "is no label", ApiRules.LABEL_KEY_RULE);
            return Optional.empty();
        }
        return key;
    }

    private Set<String> values(Fields fields) {
        Set<String> values = new TreeSet<>();
        List<Node> items = fields.items("values").orElse(List.of());
        for (int i = 0; i < items.size(); i++) {
            Field field = fields.field("values").at(i);
            Node item = items.get(i);
            Fields.text(item, field, reading).ifPresent(text -> {
                if (ApiRules.isLabelValue(text)) {
                    values.add(text);
                } else {
                    reading.problem(item, field, "is a value no label takes", ApiRules.LABEL_VALUE_RULE);
                }
            });
        }
        return values;
    }

    private static Optional<Operator> operator(Fields fields) {
        if (fields.value("operator").isEmpty()) {
            fields.problem("operator", "is missing", "write In, NotIn, Exists or DoesNotExist");
            return Optional.empty();
        }
        Optional<String> word = fields.text("operator");
        Optional<Operator> operator = word.map(OPERATORS::get);
        if (word.isPresent() && operator.isEmpty()) {
            fields.problem("operator", "is none that exists", "write In, NotIn, Exists or DoesNotExist");
        }
        return operator;
    }

    private static boolean isUsable(Fields fields, Operator operator) {
        boolean hasValues =
                fields.items("values").map(items -> !items.isEmpty()).orElse(false);
        boolean takesValues = operator == Operator.IN || operator == Operator.NOT_IN;
        if (takesValues && !hasValues) {
            fields.problem(
                    "values", "is empty, and " + operator.word() + " needs one at least", "write values: [VALUE]");
        } else if (!takesValues && hasValues) {
            fields.problem("values", "can't stand beside " + operator.word(), "remove it, or write In or NotIn");
        }
        return takesValues == hasValues;
    }
}
