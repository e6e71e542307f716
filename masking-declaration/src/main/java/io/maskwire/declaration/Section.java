package io.maskwire.declaration;

import io.maskwire.declaration.Node.Entry;
import io.maskwire.declaration.Node.Mapping;
import io.maskwire.declaration.Node.Scalar;
import io.maskwire.declaration.Node.ScalarType;
import io.maskwire.declaration.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A part of a declaration with a fixed set of keys. Reports what can't be read and goes on without it, so that one run
 * tells all problems.
 */
final class Section {

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Keys keys;
    private final String path;
    private final Place place;
    private final Problems problems;

    private Section(Mapping mapping, Keys keys, String path, Place place, Problems problems) {
        this.keys = keys;
        this.path = path;
        this.place = place;
        this.problems = problems;
        mapping.entries().forEach(this::put);
    }

    /** A whole document. */
    static Optional<Section> document(Node root, Keys keys, Problems problems) {
        if (root instanceof Mapping mapping) {
            return Optional.of(new Section(mapping, keys, "", root.place(), problems));
        }
        boolean empty = root instanceof Scalar scalar && scalar.isNothing();
        problems.add(
                root.place(),
                empty ? "the document is empty" : "a document must be keys with values, but this is " + root.kind(),
                "begin with one of " + String.join(", ", keys.names()));
        return Optional.empty();
    }

    /** An entry of a {@link #map}. */
    Optional<Section> inside(String key, Entry entry, Keys kind) {
        return section(entry, path(key) + "." + Shown.step(entry.key()), kind);
    }

    /** A part with fixed keys of its own. */
    Optional<Section> section(String key, Keys kind) {
        return entry(key).flatMap(entry -> section(entry, path(key), kind));
    }

    private Optional<Section> section(Entry entry, String inner, Keys kind) {
        if (entry.value() instanceof Mapping mapping) {
            return Optional.of(new Section(mapping, kind, inner, entry.place(), problems));
        }
        wrongType(inner, entry.value(), "keys with values", "its keys are " + String.join(", ", kind.names()));
        return Optional.empty();
    }

    private void put(Entry entry) {
        if (!keys.names().contains(entry.key())) {
            unknown(entry);
        } else {
            entries.put(entry.key(), entry);
            refuseEmpty(path(entry.key()), entry);
        }
    }

    private void unknown(Entry entry) {
        if (keys.equals(Keys.INCLUDED) && Keys.DECLARATION.names().contains(entry.key())) {
            problems.add(
                    entry.place(),
                    "an included file can't hold \"" + entry.key() + "\"",
                    "move it to the file that includes this one");
            return;
        }
        problems.add(
                entry.place(),
                "unknown key " + Shown.quoted(entry.key()) + (path.isEmpty() ? "" : " in " + path),
                Nearest.remedy(entry.key(), keys.names(), "keys"));
    }

    private static boolean hasValue(Entry entry) {
        return !(entry.value() instanceof Scalar scalar && scalar.isNothing());
    }

    private void refuseEmpty(String what, Entry entry) {
        if (!hasValue(entry)) {
            problems.add(entry.place(), what + " has no value", "give it one or remove the key");
        }
    }

    Place place() {
        return place;
    }

    /** The place of a key, or of the part if the key is missing. */
    Place place(String key) {
        Entry entry = entries.get(key);
        return entry == null ? place : entry.place();
    }

    /** How messages call a key of this part, such as {@code calls.payments.port}. */
    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** How messages call this part. */
    String path() {
        return path;
    }

    /** Whether a key stands in the file, readable or not. */
    boolean has(String key) {
        if (!keys.names().contains(key)) {
            throw new IllegalArgumentException(keys + " has no key " + key);
        }
        return entries.containsKey(key);
    }

    /** Reports a key that must be there. */
    void require(String key, String remedy) {
        if (!has(key)) {
            problems.add(place, path(key) + " is missing", remedy);
        }
    }

    /** Reports a key that can't stand here. */
    void refuse(String key, String why, String remedy) {
        if (has(key)) {
            problems.add(place(key), path(key) + " " + why, remedy);
        }
    }

    private Optional<Entry> entry(String key) {
        return has(key) ? Optional.ofNullable(entries.get(key)).filter(Section::hasValue) : Optional.empty();
    }

    /** The value of a key, if it has one. */
    Optional<Node> node(String key) {
        return entry(key).map(Entry::value);
    }

    /** A text that isn't blank. */
    Optional<Named> text(String key) {
        return node(key).flatMap(node -> text(path(key), node));
    }

    private Optional<Named> text(String what, Node node) {
        if (!(node instanceof Scalar scalar) || scalar.type() != ScalarType.TEXT) {
            boolean quotable = node instanceof Scalar;
            wrongType(what, node, "text", quotable ? "put it in quotes if it is meant" : "write one text");
            return Optional.empty();
        }
        if (scalar.text().isBlank()) {
            problems.add(node.place(), what + " is blank", "give it a value or remove the key");
            return Optional.empty();
        }
        return Optional.of(new Named(scalar.text(), scalar.place()));
    }

    /** A DNS-1123 label. */
    Optional<Named> label(String key) {
        Optional<Named> text = text(key);
        if (text.isPresent() && !Names.isLabel(text.get().name())) {
            problems.add(text.get().place(), path(key) + " is no name Kubernetes allows", Names.LABEL_RULE);
            return Optional.empty();
        }
        return text;
    }

    /** A transport protocol; TCP if none is written. */
    Protocol protocol() {
        return choice("protocol", Protocol.class, UnaryOperator.identity()).orElse(Protocol.TCP);
    }

    /** A text that may be blank, such as a list of separators. */
    Optional<Named> rawText(String key) {
        boolean raw = node(key).orElse(null) instanceof Scalar scalar
                && scalar.type() == ScalarType.TEXT
                && !scalar.text().isEmpty();
        return raw ? node(key).map(node -> new Named(((Scalar) node).text(), node.place())) : text(key);
    }

    /** A sentence for people: one line of visible characters. */
    String sentence(String key) {
        Optional<Named> text = text(key);
        if (text.isPresent() && !Names.isSentence(text.get().name())) {
            problems.add(
                    text.get().place(),
                    path(key) + " must be one line of at most " + Names.LONGEST_SENTENCE + " visible characters",
                    "shorten it or remove control characters and line breaks");
            return "";
        }
        return text.map(Named::name).orElse("");
    }

    /** {@code true} or {@code false}; false if the key is missing. */
    boolean truth(String key) {
        Optional<Node> node = node(key);
        if (node.isPresent() && !(node.get() instanceof Scalar scalar && scalar.type() == ScalarType.TRUTH)) {
            wrongType(path(key), node.get(), "true or false", "write true or false without quotes");
            return false;
        }
        return node.isPresent()
                && node.get() instanceof Scalar scalar
                && scalar.text().matches("[tT].*");
    }

    /** A whole number in a range. */
    OptionalInt number(String key, int most, String example) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return OptionalInt.empty();
        }
        if (node.get() instanceof Scalar scalar && scalar.type() == ScalarType.NUMBER) {
            if (scalar.text().matches("[1-9][0-9]{0,5}") && Integer.parseInt(scalar.text()) <= most) {
                return OptionalInt.of(Integer.parseInt(scalar.text()));
            }
            problems.add(
                    scalar.place(), path(key) + " is not a whole number from 1 to " + most, "write " + key + example);
        } else {
            wrongType(path(key), node.get(), "a whole number from 1 to " + most, "write " + key + example);
        }
        return OptionalInt.empty();
    }

    /** A port. */
    OptionalInt port(String key) {
        return number(key, 65535, ": 8443, for example");
    }

    /** One of a fixed list of words: the constants in lower case with {@code -}. */
    <E extends Enum<E>> Optional<E> choice(String key, Class<E> words) {
        return choice(key, words, name -> name.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** One of a fixed list of words. */
    <E extends Enum<E>> Optional<E> choice(String key, Class<E> words, UnaryOperator<String> wordOf) {
        Map<String, E> known = new LinkedHashMap<>();
        for (E one : words.getEnumConstants()) {
            known.put(wordOf.apply(one.name()), one);
        }
        Optional<Named> word = text(key);
        if (word.isPresent() && !known.containsKey(word.get().name())) {
            problems.add(
                    word.get().place(),
                    path(key) + " is none of the known words",
                    Nearest.remedy(word.get().name(), known.keySet(), "words"));
        }
        return word.map(found -> known.get(found.name()));
    }

    /** A list of different texts with at least one. */
    List<Named> names(String key) {
        List<Named> names = namesOrNone(key);
        if (node(key).orElse(null) instanceof Sequence sequence
                && sequence.items().isEmpty()) {
            problems.add(place(key), path(key) + " is an empty list", "name something or remove the key");
        }
        return names;
    }

    /** A list of different texts that may be empty. */
    List<Named> namesOrNone(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get() instanceof Sequence sequence)) {
            wrongType(path(key), node.get(), "a list", "write " + key + ": [NAME, …]");
            return List.of();
        }
        Map<String, Named> names = new LinkedHashMap<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            text(path(key) + "[" + i + "]", sequence.items().get(i)).ifPresent(name -> addOnce(key, names, name));
        }
        return List.copyOf(names.values());
    }

    private void addOnce(String key, Map<String, Named> names, Named name) {
        if (names.putIfAbsent(name.name(), name) != null) {
            problems.add(
                    name.place(),
                    path(key) + " names " + Shown.quoted(name.name()) + " twice",
                    "remove one of the two");
        }
    }

    /** The entries under a key whose names the author chooses. */
    List<Entry> map(String key) {
        Optional<Node> node = node(key);
        if (node.isPresent() && !(node.get() instanceof Mapping)) {
            wrongType(path(key), node.get(), "names with values", "write " + key + ": {NAME: …}");
        }
        List<Entry> found = new ArrayList<>();
        if (node.orElse(null) instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                refuseEmpty(path(key) + "." + Shown.step(entry.key()), entry);
                if (hasValue(entry)) {
                    found.add(entry);
                }
            }
        }
        return found;
    }

    /** The entries under a key whose names the author chooses within a syntax; others are reported and left out. */
    List<Entry> names(String key, String what, Predicate<String> syntax, String rule) {
        List<Entry> entries = map(key);
        entries.stream()
                .filter(entry -> !syntax.test(entry.key()))
                .forEach(entry ->
                        problems.add(entry.place(), Shown.quoted(entry.key()) + " can't be the name of " + what, rule));
        return entries.stream().filter(entry -> syntax.test(entry.key())).toList();
    }

    private void wrongType(String what, Node node, String expected, String remedy) {
        problems.add(node.place(), what + " must be " + expected + ", but this is " + node.kind(), remedy);
    }
}
