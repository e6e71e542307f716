package io.maskwire.declaration;

import io.maskwire.declaration.Node.Entry;
import io.maskwire.declaration.Node.Mapping;
import io.maskwire.declaration.Node.Sequence;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code accept}, wherever it stands. */
final class AcceptancesReader {

    private static final String ACCEPT = "accept";
    private static final Set<String> WITH_EDGES = Set.of("serves", "calls", "external", "publishes", "consumes");

    private final Problems problems;
    private final List<Acceptance> acceptances = new ArrayList<>();

    AcceptancesReader(Problems problems) {
        this.problems = problems;
    }

    /** What is accepted in a document, in the order of the file. */
    List<Acceptance> read(Node root) {
        for (Entry entry : entries(root)) {
            if (entry.key().equals(ACCEPT)) {
                accept("", ACCEPT, entry);
            } else if (WITH_EDGES.contains(entry.key())) {
                entries(entry.value()).forEach(edge -> edge(entry.key(), edge));
            }
        }
        return List.copyOf(acceptances);
    }

    private void edge(String kind, Entry found) {
        for (Entry entry : entries(found.value())) {
            if (entry.key().equals(ACCEPT)) {
                accept(kind + "." + found.key(), kind + "." + Shown.step(found.key()) + "." + ACCEPT, entry);
            }
        }
    }

    private static List<Entry> entries(Node node) {
        return node instanceof Mapping mapping ? mapping.entries() : List.of();
    }

    private void accept(String edge, String path, Entry entry) {
        if (Value.isNothing(entry.value())) {
            return;
        }
        if (!(entry.value() instanceof Sequence list)) {
            new Value(entry.value(), path, problems).wrongType("a list", "write [{rule: RULE, why: TEXT}]");
            return;
        }
        if (list.items().isEmpty()) {
            problems.add(list.place(), path + " is an empty list", "name something or remove the key");
        }
        Map<String, Place> rules = new HashMap<>();
        for (int i = 0; i < list.items().size(); i++) {
            item(edge, list.items().get(i), path + "[" + i + "]", rules);
        }
    }

    private void item(String edge, Node node, String path, Map<String, Place> rules) {
        if (!(node instanceof Mapping mapping)) {
            new Value(node, path, problems)
                    .wrongType("keys with values", "its keys are " + String.join(", ", Keys.ACCEPTED.names()));
            return;
        }
        Section section = Section.item(mapping, Keys.ACCEPTED, path, problems);
        section.require("rule", "add rule: RULE, as the finding names it");
        section.require("why", "say in a sentence why this is fine");
        Optional<Named> rule = section.label("rule");
        String why = section.sentence("why");
        Optional<LocalDate> until = until(section);
        rule.ifPresent(found -> {
            addOnce(found, path, rules);
            acceptances.add(new Acceptance(edge, found.name(), why, until, section.place()));
        });
    }

    private void addOnce(Named rule, String path, Map<String, Place> rules) {
        Place before = rules.putIfAbsent(rule.name(), rule.place());
        if (before != null) {
            problems.add(
                    rule.place(),
                    path + ".rule names " + Shown.quoted(rule.name()) + " twice, first at " + before,
                    "remove one of the two");
        }
    }

    private static Optional<LocalDate> until(Section section) {
        return section.text(
                        "until",
                        text -> date(text).isPresent(),
                        "is no date",
                        "write YEAR-MONTH-DAY, such as 2027-01-31")
                .flatMap(text -> date(text.name()));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.length() == "2027-01-31".length() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
