package io.maskwire.declaration;

import io.maskwire.declaration.Node.Entry;
import io.maskwire.policy.Mask;
import io.maskwire.policy.Masks;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code classes}. */
final class ClassesReader {

    private final Problems problems;
    private final Home home;
    private final KnownClasses classes;

    ClassesReader(Problems problems, Home home, KnownClasses classes) {
        this.problems = problems;
        this.home = home;
        this.classes = classes;
    }

    void read(Section declaration) {
        for (Entry entry : declaration.map("classes", "a data class", Names::isLabel, Names.LABEL_RULE)) {
            Optional<Section> section = declaration.inside("classes", entry, Keys.DATA_CLASS);
            // A class that can't be read is known all the same, so that its uses aren't reported too.
            Mask mask = section.flatMap(inner -> mask(entry.key(), inner)).orElse(Masks.erase());
            classes.add(entry.key(), mask, section.flatMap(inner -> only(entry.key(), inner)), entry.place());
        }
    }

    private Optional<Mask> mask(String name, Section section) {
        Optional<Mask> mask = new MaskReader(problems).read(section);
        if (mask.filter(found -> found == Masks.clear()).isPresent()) {
            problems.add(
                    section.place("mask"),
                    section.path("mask") + " can't be clear: clear is granted to an audience",
                    "choose erase, redact or hash, and list the class under clear, sends or gives");
            return Optional.empty();
        }
        return mask.filter(found -> classes.allows(name, found, section));
    }

    private Optional<Set<String>> only(String dataClass, Section section) {
        if (section.value("only").isEmpty()) {
            return Optional.empty();
        }
        Set<String> only = new TreeSet<>();
        for (Named name : section.namesOrNone("only")) {
            classes.checkClear(dataClass, name.place(), section.path("only"));
            home.clearAudience(name, section.path("only")).ifPresent(only::add);
        }
        return Optional.of(Collections.unmodifiableSet(only));
    }
}
