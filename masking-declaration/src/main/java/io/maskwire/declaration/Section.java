package io.maskwire.declaration;

import io.maskwire.declaration.Node.Entry;
import io.maskwire.declaration.Node.Mapping;
import io.maskwire.declaration.Node.Sequence;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A part of a declaration with a fixed set of keys. Reports what can't be read and goes on without it, so that one run
 * tells all problems.
 */
final class Section {

    private static final int HIGHEST_PORT = 65_535;

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
        problems.add(
                root.place(),
                Value.isNothing(root)
                        ? "the document is empty"
                        : "a document must be keys with values, but this is " + root.kind(),
                "begin with one of " + String.join(", ", keys.names()));
        return Optional.empty();
    }

    /** A part that stands in a list; its path says which. */
    static Section item(Mapping mapping, Keys keys, String path, Problems problems) {
        return new Section(mapping, keys, path, mapping.place(), problems);
    }

    private void put(Entry entry) {
        if (!keys.names().contains(entry.key())) {
            unknown(entry);
            return;
        }
        entries.put(entry.key(), entry);
        if (Value.isNothing(entry.value())) {
            problems.add(entry.place(), path(entry.key()) + " has no value", "give it one or remove the key");
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

    Place place() {
        return place;
    }

    /** The place of a key, or of the part if the key is missing. */
    Place place(String key) {
        Entry entry = entries.get(key);
        return entry == null ? place : entry.place();
    }

    /** How messages call this part. */
    String path() {
        return path;
    }

    /** How messages call a key of this part, such as {@code calls.payments.port}. */
    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Whether a key stands in the file, readable or not. */
    boolean has(String key) {
        if (!keys.names().contains(key)) {
            throw new IllegalArgumentException("The keys of a " + keys.part() + " don't include " + key);
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
        Entry entry = has(key) ? entries.get(key) : null;
        return entry == null || Value.isNothing(entry.value()) ? Optional.empty() : Optional.of(entry);
    }

    /** The value of a key, if it has one. */
    Optional<Value> value(String key) {
        Optional<Entry> entry = entry(key);
        return entry.isEmpty()
                ? Optional.empty()
                : Optional.of(new Value(entry.get().value(), path(key), problems));
    }

    /** A text that isn't blank. */
    Optional<Named> text(String key) {
        return value(key).flatMap(Value::text);
    }

    /** A text of a syntax. */
    Optional<Named> text(String key, Predicate<String> syntax, String problem, String remedy) {
        Optional<Named> text = text(key);
        if (text.isEmpty() || syntax.test(text.get().name())) {
            return text;
        }
        problems.add(text.get().place(), path(key) + " " + problem, remedy);
        return Optional.empty();
    }

    /** A DNS-1123 label. */
    Optional<Named> label(String key) {
        return text(key, Names::isLabel, "is no name Kubernetes allows", Names.LABEL_RULE);
    }

    /** A word without spaces. */
    Optional<Named> word(String key, String remedy) {
        return text(key, Names::isWord, "must be a word of visible characters", remedy);
    }

    /** A sentence for people, or empty. */
    String sentence(String key) {
        String limit = "must be one line of at most " + Names.LONGEST_SENTENCE + " visible characters";
        return text(key, Names::isSentence, limit, "shorten it, and remove line breaks and control characters")
                .map(Named::name)
                .orElse("");
    }

    /** A port. */
    OptionalInt port(String key) {
        return number(key, 1, HIGHEST_PORT, 8443).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /** A whole number in a range, with an example for whoever is outside. */
    Optional<Integer> number(String key, int least, int most, int example) {
        String remedy = "write " + key + ": " + example + ", for example";
        return value(key).flatMap(value -> value.number(least, most, remedy)).map(Long::intValue);
    }

    /** How many characters; none if the key is missing. */
    int count(String key, int most) {
        return number(key, 1, most, 4).orElse(0);
    }

    /** A port or a list of ports, sorted; nothing if the key is missing. */
    List<Integer> ports(String key) {
        String remedy = "write a number such as 4317, or a list of such numbers";
        Set<Integer> ports = new TreeSet<>();
        for (Value one : value(key).map(Value::itemsOrSelf).orElse(List.of())) {
            one.number(1, HIGHEST_PORT, remedy)
                    .map(Long::intValue)
                    .filter(port -> !ports.add(port))
                    .ifPresent(twice -> problems.add(
                            one.node().place(), path(key) + " names a port twice", "remove one of the two"));
        }
        return List.copyOf(ports);
    }

    /** A day of the calendar. */
    Optional<LocalDate> date(String key) {
        return text(key, text -> day(text).isPresent(), "is no day", "write YYYY-MM-DD, such as 2027-01-31")
                .flatMap(text -> day(text.name()));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.length() == "2027-01-31".length() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** Parts with fixed keys in a list with at least one. */
    List<Section> sections(String key, Keys kind) {
        List<Section> sections = new ArrayList<>();
        value(key).ifPresent(value -> {
            if (!(value.node() instanceof Sequence list)) {
                value.wrongType("a list", "write [{…}, …]");
                return;
            }
            if (list.items().isEmpty()) {
                problems.add(list.place(), value.path() + " is an empty list", "name something or remove the key");
            }
            for (int i = 0; i < list.items().size(); i++) {
                Node item = list.items().get(i);
                section(new Entry("", item.place(), item), value.path() + "[" + i + "]", kind)
                        .ifPresent(sections::add);
            }
        });
        return sections;
    }

    /** A transport protocol; TCP if none is written. */
    Protocol protocol() {
        return choice("protocol", Protocol.class, UnaryOperator.identity()).orElse(Protocol.TCP);
    }

    /** One of a fixed list of words: the constants in lower case with {@code -}. */
    <E extends Enum<E>> Optional<E> choice(String key, Class<E> words) {
        return choice(key, words, name -> name.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private <E extends Enum<E>> Optional<E> choice(String key, Class<E> words, UnaryOperator<String> wordOf) {
        if (!has(key)) {
            return Optional.empty();
        }
        Map<String, E> known = new LinkedHashMap<>();
        for (E one : words.getEnumConstants()) {
            known.put(wordOf.apply(one.name()), one);
        }
        Optional<Named> word = text(key);
        word.filter(found -> !known.containsKey(found.name()))
                .ifPresent(found -> problems.add(
                        found.place(),
                        path(key) + " is none of the known words",
                        Nearest.remedy(found.name(), known.keySet(), "words")));
        return word.map(found -> known.get(found.name()));
    }

    /** A list of different texts with at least one. */
    List<Named> names(String key) {
        if (!has(key)) {
            return List.of();
        }
        value(key)
                .filter(value ->
                        value.node() instanceof Sequence list && list.items().isEmpty())
                .ifPresent(value -> problems.add(
                        value.node().place(), value.path() + " is an empty list", "name something or remove the key"));
        return namesOrNone(key);
    }

    /** A list of different texts that may be empty. */
    List<Named> namesOrNone(String key) {
        return value(key).map(Value::names).orElse(List.of());
    }

    /** The entries under a key whose names the author chooses. */
    List<Entry> map(String key) {
        return value(key).map(Value::entries).orElse(List.of());
    }

    /** The entries under a key whose names the author chooses within a syntax; others are reported and left out. */
    List<Entry> map(String key, String what, Predicate<String> syntax, String rule) {
        List<Entry> usable = new ArrayList<>();
        for (Entry entry : map(key)) {
            if (syntax.test(entry.key())) {
                usable.add(entry);
            } else {
                problems.add(entry.place(), Shown.quoted(entry.key()) + " can't be the name of " + what, rule);
            }
        }
        return usable;
    }

    /** An entry of a map. */
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
        new Value(entry.value(), inner, problems)
                .wrongType("keys with values", "its keys are " + String.join(", ", kind.names()));
        return Optional.empty();
    }
}
