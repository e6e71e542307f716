package io.maskwire.declaration;

import io.maskwire.declaration.Node.Entry;
import io.maskwire.policy.Classification;
import io.maskwire.policy.FieldPath;
import io.maskwire.policy.Mask;
import io.maskwire.policy.Masks;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code fields}: the rules by path. */
final class FieldsReader {

    private final Problems problems;
    private final KnownClasses classes;
    private final Map<String, Place> names = new HashMap<>();
    private final Rules values = Rules.begin();
    private final Rules keys = Rules.begin();
    private final Set<FieldPath> embedded = new LinkedHashSet<>();

    /** Rules of one kind, and where they stand. */
    record Rules(Map<FieldPath, Place> places, Map<FieldPath, Classification> byPath) {

        static final Rules NOTHING = new Rules(Map.of(), Map.of());

        static Rules begin() {
            return new Rules(new HashMap<>(), new LinkedHashMap<>());
        }

        void add(Rules more) {
            places.putAll(more.places);
            byPath.putAll(more.byPath);
        }

        Rules copy() {
            return new Rules(Map.copyOf(places), new LinkedHashMap<>(byPath));
        }
    }

    /** What the strings of a field can hold. */
    private enum Format {
        JSON
    }

    /** What was read, to be added to another reader. */
    record Read(Map<String, Place> names, Rules values, Rules keys, Set<FieldPath> embedded) {

        static final Read NOTHING = new Read(Map.of(), Rules.NOTHING, Rules.NOTHING, Set.of());
    }

    FieldsReader(Problems problems, KnownClasses classes) {
        this.problems = problems;
        this.classes = classes;
    }

    void read(Section declaration) {
        for (Entry entry : declaration.map("fields", "a field", Names::isLabel, Names.LABEL_RULE)) {
            Place before = names.putIfAbsent(entry.key(), entry.place());
            if (before != null) {
                problems.add(
                        entry.place(),
                        "the field " + Shown.quoted(entry.key()) + " is declared at " + before,
                        "choose another name");
            }
            declaration.inside("fields", entry, Keys.FIELD).ifPresent(this::readOne);
        }
    }

    private void readOne(Section section) {
        section.require("path", "add path: \"$.name.of.the.value\"");
        boolean exact = section.value("exact").map(Value::truth).orElse(false);
        boolean ofKeys = section.value("keys").map(Value::truth).orElse(false);
        Optional<Format> holds = section.choice("embedded", Format.class);
        if (ofKeys) {
            section.refuse("embedded", "can't stand beside keys: a name holds no JSON", "remove one of the two");
        }
        Optional<Classification> classification =
                classification(section).filter(found -> !ofKeys || isOfKeys(section, found));
        section.text("path")
                .flatMap(text -> path(section, text))
                .map(path -> exact ? path.exact() : path)
                .ifPresent(path -> add(section, path, classification, holds.isPresent(), ofKeys));
    }

    private void add(
            Section section,
            FieldPath path,
            Optional<Classification> classification,
            boolean holdsJson,
            boolean ofKeys) {
        Rules rules = ofKeys ? keys : values;
        if (holdsJson || classification.isPresent()) {
            checkOnce(section, path, rules, ofKeys ? "keys" : "values");
        }
        classification.ifPresent(found -> rules.byPath().put(path, found));
        if (holdsJson) {
            embedded.add(path);
        }
    }

    private static boolean isOfKeys(Section section, Classification classification) {
        if (classification.isExemption()) {
            section.refuse("mask", "can't be clear beside keys: names stay where no rule is", "remove this field");
        }
        return !classification.isExemption();
    }

    private void checkOnce(Section section, FieldPath path, Rules rules, String what) {
        Place before = rules.places().putIfAbsent(path, section.place());
        if (before != null) {
            problems.add(
                    section.place(),
                    section.path() + " selects the same " + what + " as the field at " + before,
                    "remove one of the two");
        }
    }

    private Optional<FieldPath> path(Section section, Named text) {
        try {
            return Optional.of(FieldPath.parse(text.name()));
        } catch (IllegalArgumentException e) {
            problems.add(
                    text.place(),
                    section.path("path") + ": " + e.getMessage(),
                    "a path looks like $.a.b, $..name, $.list[*].name or $['odd name']");
            return Optional.empty();
        }
    }

    private Optional<Classification> classification(Section section) {
        boolean masked = MaskReader.isWritten(section);
        if (!masked && !section.has("embedded")) {
            section.require("class", "add class: NAME, or a mask");
        }
        Optional<Mask> mask = masked ? new MaskReader(problems).read(section) : Optional.empty();
        Optional<String> dataClass = section.text("class")
                .filter(name -> classes.check(name, section.path("class")))
                .map(Named::name);
        if (section.has("class")) {
            return dataClass.flatMap(name -> masked ? mask.flatMap(m -> own(section, name, m)) : ofClass(name));
        }
        return mask.flatMap(found -> direct(section, found));
    }

    private static Optional<Classification> ofClass(String name) {
        return Optional.of(Classification.ofClass(name));
    }

    private Optional<Classification> own(Section section, String dataClass, Mask mask) {
        if (mask == Masks.clear()) {
            section.refuse(
                    "mask", "can't be clear beside a class: clear is granted to an audience", "remove one of the two");
            return Optional.empty();
        }
        if (!classes.allows(dataClass, mask, section)) {
            return Optional.empty();
        }
        return Optional.of(Classification.ofClass(dataClass, mask));
    }

    private Optional<Classification> direct(Section section, Mask mask) {
        if (mask == Masks.clear()) {
            return Optional.of(Classification.exempt());
        }
        try {
            return Optional.of(Classification.ofMask(mask));
        } catch (IllegalArgumentException withoutDomain) {
            // One that can't be read was reported.
            if (!section.has("domain")) {
                problems.add(
                        section.place("mask"),
                        section.path("mask") + " is a mask that needs a domain, and has none",
                        "add domain: NAME, or a class, whose name is then the domain");
            }
            return Optional.empty();
        }
    }

    /** Knows what another reader has read, as if it stood in an included file. */
    void add(Read read) {
        names.putAll(read.names());
        values.add(read.values());
        keys.add(read.keys());
        embedded.addAll(read.embedded());
    }

    /** All that was read so far. */
    Read read() {
        return new Read(
                Map.copyOf(names),
                values.copy(),
                keys.copy(),
                Collections.unmodifiableSet(new LinkedHashSet<>(embedded)));
    }

    /** The rules for values, in the order of the files. */
    Map<FieldPath, Classification> rules() {
        return Collections.unmodifiableMap(values.byPath());
    }

    /** The rules for the names in objects that are maps, in the order of the files. */
    Map<FieldPath, Classification> mapKeys() {
        return Collections.unmodifiableMap(keys.byPath());
    }

    /** The paths whose strings hold JSON, in the order of the files. */
    Set<FieldPath> embedded() {
        return Collections.unmodifiableSet(embedded);
    }
}
