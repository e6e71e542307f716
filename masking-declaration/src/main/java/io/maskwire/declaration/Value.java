package io.maskwire.declaration;

import io.maskwire.declaration.Node.Entry;
import io.maskwire.declaration.Node.Mapping;
import io.maskwire.declaration.Node.Scalar;
import io.maskwire.declaration.Node.ScalarType;
import io.maskwire.declaration.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The value of a key, read as what it should be. What it isn't is reported, without the value itself.
 *
 * @param node the value
 * @param path how messages call it, such as {@code calls.payments.port}
 * @param problems where problems go
 */
record Value(Node node, String path, Problems problems) {

    static boolean isNothing(Node node) {
        return node instanceof Scalar scalar && scalar.type() == ScalarType.NOTHING;
    }

    /** A text that isn't blank. */
    Optional<Named> text() {
        return text(String::isBlank);
    }

    /** A text that may be of spaces only, such as a list of separators. */
    Optional<Named> characters() {
        return text(String::isEmpty);
    }

    /** A text that may be empty. */
    Optional<Named> anyText() {
        return text(text -> false);
    }

    private Optional<Named> text(Predicate<String> tooLittle) {
        if (!(node instanceof Scalar scalar) || scalar.type() != ScalarType.TEXT) {
            wrongType("text", node instanceof Scalar ? "put it in quotes if it is meant" : "write one text");
            return Optional.empty();
        }
        if (tooLittle.test(scalar.text())) {
            problems.add(node.place(), path + " is blank", "give it a value or remove the key");
            return Optional.empty();
        }
        return Optional.of(new Named(scalar.text(), scalar.place()));
    }

    boolean truth() {
        if (node instanceof Scalar scalar && scalar.type() == ScalarType.TRUTH) {
            return scalar.text().charAt(0) == 't' || scalar.text().charAt(0) == 'T';
        }
        wrongType("true or false", "write true or false without quotes");
        return false;
    }

    /** A whole number in a range from 1 on, in decimal digits. */
    Optional<Long> number(long least, long most, String remedy) {
        String expected = "a whole number from " + least + " to " + most;
        if (!(node instanceof Scalar scalar) || scalar.type() != ScalarType.NUMBER) {
            wrongType(expected, remedy);
            return Optional.empty();
        }
        Optional<Long> number = Optional.of(scalar.text())
                .filter(text -> text.matches("[1-9][0-9]{0,17}"))
                .map(Long::parseLong)
                .filter(found -> found >= least && found <= most);
        if (number.isEmpty()) {
            problems.add(node.place(), path + " is not " + expected, remedy);
        }
        return number;
    }

    /** The values in a list, or this one if it isn't a list; an empty list is reported. */
    List<Value> itemsOrSelf() {
        if (!(node instanceof Sequence sequence)) {
            return List.of(this);
        }
        if (sequence.items().isEmpty()) {
            problems.add(node.place(), path + " is an empty list", "name something or remove the key");
        }
        List<Value> items = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            items.add(new Value(sequence.items().get(i), path + "[" + i + "]", problems));
        }
        return items;
    }

    /** Different texts. */
    List<Named> names() {
        if (!(node instanceof Sequence sequence)) {
            wrongType("a list", "write [NAME, …]");
            return List.of();
        }
        Map<String, Named> names = new LinkedHashMap<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            new Value(sequence.items().get(i), path + "[" + i + "]", problems)
                    .text()
                    .ifPresent(name -> addOnce(names, name));
        }
        return List.copyOf(names.values());
    }

    private void addOnce(Map<String, Named> names, Named name) {
        if (names.putIfAbsent(name.name(), name) != null) {
            problems.add(
                    name.place(), path + " names " + Shown.quoted(name.name()) + " twice", "remove one of the two");
        }
    }

    /** Entries whose keys the author chooses, those that have a value. */
    List<Entry> entries() {
        if (!(node instanceof Mapping mapping)) {
            wrongType("names with values", "write {NAME: …}");
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : mapping.entries()) {
            if (isNothing(entry.value())) {
                problems.add(
                        entry.place(),
                        path + "." + Shown.step(entry.key()) + " has no value",
                        "give it one, {} for instance, or remove the name");
            } else {
                entries.add(entry);
            }
        }
        return entries;
    }

    void wrongType(String expected, String remedy) {
        problems.add(node.place(), path + " must be " + expected + ", but this is " + node.kind(), remedy);
    }
}
