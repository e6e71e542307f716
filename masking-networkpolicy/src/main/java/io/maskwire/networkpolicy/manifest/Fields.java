package io.maskwire.networkpolicy.manifest;

import io.maskwire.declaration.Place;
import io.maskwire.networkpolicy.api.Shown;
import io.maskwire.networkpolicy.manifest.Node.Entry;
import io.maskwire.networkpolicy.manifest.Node.Mapping;
import io.maskwire.networkpolicy.manifest.Node.Scalar;
import io.maskwire.networkpolicy.manifest.Node.ScalarType;
import io.maskwire.networkpolicy.manifest.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The fields of a part of an object, read as what they should be. What they aren't is reported without the value. */
final class Fields {

    private final Mapping mapping;
    private final Field field;
    private final Reading reading;

    private Fields(Mapping mapping, Field field, Reading reading) {
        this.mapping = mapping;
        this.field = field;
        this.reading = reading;
    }

    /** All the fields of a part that has no others than the known ones. */
    static Optional<Fields> strict(Node node, Field field, Reading reading, Set<String> known) {
        Optional<Fields> fields = of(node, field, reading);
        fields.ifPresent(found -> found.mapping.entries().forEach(entry -> found.check(entry, known)));
        return fields;
    }

    /** Some fields of a part that may have more. */
    static Optional<Fields> of(Node node, Field field, Reading reading) {
        if (node instanceof Mapping mapping) {
            return Optional.of(new Fields(mapping, field, reading));
        }
        wrongType(node, field, reading, "keys with values", "write FIELD: VALUE below it, or {} for an empty one");
        return Optional.empty();
    }

    private void check(Entry entry, Set<String> known) {
        if (!known.contains(entry.key())) {
            reading.problem(
                    place(entry),
                    field.toString(),
                    "has the unknown field " + Shown.name(entry.key()),
                    remedy(entry.key(), known));
        } else if (Node.isNothing(entry.value())) {
            reading.finding(
                    ManifestFinding.Kind.NO_VALUE,
                    place(entry),
                    field.to(entry.key()),
                    "has no value, which the API server reads as if the field were absent",
                    "write the value, {} or [] where it is meant to be empty, or remove the field");
        }
    }

    private static String remedy(String unknown, Set<String> known) {
        String wanted = unknown.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
        return known.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .map(name -> "write " + name)
                .orElseGet(() -> "the fields here are " + String.join(", ", new TreeSet<>(known)));
    }

    private Place place(Entry entry) {
        return reading.place(entry.line(), entry.column());
    }

    Reading reading() {
        return reading;
    }

    Node node() {
        return mapping;
    }

    Place place() {
        return reading.place(mapping);
    }

    Field field() {
        return field;
    }

    Field field(String key) {
        return field.to(key);
    }

    /** The value of a field, if it has one. */
    Optional<Node> value(String key) {
        return Optional.ofNullable(mapping.get(key)).filter(node -> !Node.isNothing(node));
    }

    /** Whether the field stands there, with a value or without. */
    boolean has(String key) {
        return mapping.get(key) != null;
    }

    /** The place of a field's name, or of the part if the field isn't there. */
    Place placeOf(String key) {
        return mapping.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .map(this::place)
                .orElseGet(this::place);
    }

    void problem(String key, String problem, String remedy) {
        reading.problem(placeOf(key), field(key).toString(), problem, remedy);
    }

    /** A part of the part, if it is there. */
    Optional<Fields> part(String key) {
        return value(key).flatMap(node -> of(node, field(key), reading));
    }

    /** A text. */
    Optional<String> text(String key) {
        return value(key).flatMap(node -> text(node, field(key), reading));
    }

    static Optional<String> text(Node node, Field field, Reading reading) {
        if (node instanceof Scalar scalar && scalar.type() == ScalarType.TEXT) {
            return Optional.of(scalar.text());
        }
        wrongType(node, field, reading, "text", node instanceof Scalar ? "put it in quotes" : "write one text");
        return Optional.empty();
    }

    /** True or false; false if it isn't there. */
    boolean truth(String key) {
        Optional<Node> value = value(key);
        if (value.isEmpty()) {
            return false;
        }
        if (value.get() instanceof Scalar scalar && scalar.type() == ScalarType.TRUTH) {
            return ScalarType.isTrue(scalar.text());
        }
        wrongType(value.get(), field(key), reading, "true or false", "write true or false without quotes");
        return false;
    }

    /** A port's number. */
    OptionalInt port(String key) {
        return value(key).map(node -> port(node, field(key), reading)).orElseGet(OptionalInt::empty);
    }

    static OptionalInt port(Node node, Field field, Reading reading) {
        if (!(node instanceof Scalar scalar) || scalar.type() != ScalarType.NUMBER) {
            wrongType(node, field, reading, "a port's number", "write a number from 1 to 65535 without quotes");
            return OptionalInt.empty();
        }
        if (!isPort(scalar.text())) {
            reading.problem(node, field, "is no port", "write a whole decimal number from 1 to 65535, such as 8443");
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(scalar.text()));
    }

    static boolean isPort(String text) {
        boolean decimal = !text.isEmpty()
                && text.length() <= 5
                && text.charAt(0) != '0'
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return decimal && Integer.parseInt(text) <= 65_535;
    }

    /** The items of a list, or nothing if there is no list; an item without a value is refused. */
    Optional<List<Node>> items(String key) {
        Optional<Node> value = value(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!(value.get() instanceof Sequence sequence)) {
            wrongType(value.get(), field(key), reading, "a list", "begin each item with -");
            return Optional.empty();
        }
        List<Node> items = new ArrayList<>(sequence.items().size());
        for (int i = 0; i < sequence.items().size(); i++) {
            Node item = sequence.items().get(i);
            if (Node.isNothing(item)) {
                reading.problem(item, field(key).at(i), "has no value", "write the item, or remove the -");
            } else {
                items.add(item);
            }
        }
        return Optional.of(items);
    }

    /** Names with texts, such as labels. */
    Map<String, Entry> texts(String key) {
        Map<String, Entry> texts = new TreeMap<>();
        part(key)
                .ifPresent(part -> part.mapping.entries().forEach(entry -> {
                    Field inner = part.field(Shown.name(entry.key()));
                    if (Node.isNothing(entry.value())) {
                        reading.problem(
                                place(entry),
                                inner.toString(),
                                "has no value",
                                "write \"\" if the empty text is meant");
                    } else if (text(entry.value(), inner, reading).isPresent()) {
                        texts.put(entry.key(), entry);
                    }
                }));
        return texts;
    }

    static void wrongType(Node node, Field field, Reading reading, String expected, String remedy) {
        reading.problem(node, field, "must be " + expected + ", but this is " + node.kind(), remedy);
    }
}
