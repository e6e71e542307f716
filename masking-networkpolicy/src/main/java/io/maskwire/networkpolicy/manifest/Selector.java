package io.maskwire.networkpolicy.manifest;

import io.maskwire.declaration.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Selects by labels; every condition must hold, and without any it selects everything. Two are equal if they have the
 * same conditions, wherever they are written.
 *
 * @param place where it is written
 */
public record Selector(SortedMap<String, String> matchLabels, List<Requirement> matchExpressions, Place place) {

    /** How a requirement compares. */
    public enum Operator {
        IN("In"),
        NOT_IN("NotIn"),
        EXISTS("Exists"),
        DOES_NOT_EXIST("DoesNotExist");

        private final String word;

        Operator(String word) {
            this.word = word;
        }

        /** The word in a manifest. */
        public String word() {
            return word;
        }
    }

    /** A condition on one label; those that exclude hold for what lacks the label, too. Its place is no part of it. */
    public record Requirement(String key, Operator operator, Set<String> values, Place place) {

        /** Copies what it is given. */
        public Requirement {
            values = Set.copyOf(values);
        }

        boolean matches(Map<String, String> labels) {
            String value = labels.get(key);
            return switch (operator) {
                case IN -> value != null && values.contains(value);
                case NOT_IN -> value == null || !values.contains(value);
                case EXISTS -> value != null;
                case DOES_NOT_EXIST -> value == null;
            };
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Requirement that
                    && key.equals(that.key)
                    && operator == that.operator
                    && values.equals(that.values);
        }

        @Override
        public int hashCode() {
            return Objects.hash(key, operator.word, values);
        }
    }

    /** Copies what it is given. */
    public Selector {
        matchLabels = Copies.of(matchLabels);
        matchExpressions = List.copyOf(matchExpressions);
    }

    /** The selector without conditions. */
    public static Selector everything(Place place) {
        return new Selector(new TreeMap<>(), List.of(), place);
    }

    /** Whether it selects everything. */
    public boolean isEmpty() {
        return matchLabels.isEmpty() && matchExpressions.isEmpty();
    }

    /** Whether it selects what has these labels. */
    public boolean matches(Map<String, String> labels) {
        for (Map.Entry<String, String> label : matchLabels.entrySet()) {
            if (!label.getValue().equals(labels.get(label.getKey()))) {
                return false;
            }
        }
        for (Requirement requirement : matchExpressions) {
            if (!requirement.matches(labels)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Selector that
                && matchLabels.equals(that.matchLabels)
                && conditions().equals(that.conditions());
    }

    @Override
    public int hashCode() {
        return 31 * matchLabels.hashCode() + conditions().hashCode();
    }

    private Set<Requirement> conditions() {
        return matchExpressions.isEmpty() ? Set.of() : new HashSet<>(matchExpressions);
    }
}
