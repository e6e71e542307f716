package io.maskwire.declaration;

import io.maskwire.declaration.Node.Entry;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code publishes} and {@code consumes}. */
final class TopicsReader {

    private final Problems problems;
    private final Home home;
    private final KnownClasses classes;

    TopicsReader(Problems problems, Home home, KnownClasses classes) {
        this.problems = problems;
        this.home = home;
        this.classes = classes;
    }

    Map<String, Publication> publishes(Section declaration) {
        Map<String, Publication> publications = new TreeMap<>();
        for (Entry entry : declaration.map("publishes", "a topic", Names::isTopic, Names.TOPIC_RULE)) {
            declaration
                    .inside("publishes", entry, Keys.PUBLICATION)
                    .ifPresent(section -> publications.put(entry.key(), publication(section, entry.key())));
        }
        return Collections.unmodifiableMap(publications);
    }

    private Publication publication(Section section, String topic) {
        return new Publication(
                topic,
                classes.inClear(section, "sends", "topic:" + topic),
                consumers(section),
                section.sentence("why"),
                section.place());
    }

    private Optional<Set<ServiceName>> consumers(Section section) {
        if (section.value("consumers").isEmpty()) {
            return Optional.empty();
        }
        Set<ServiceName> consumers = new TreeSet<>();
        for (Named name : section.namesOrNone("consumers")) {
            home.service(name, section.path("consumers"))
                    .filter(service -> !consumers.add(service))
                    .ifPresent(twice -> problems.add(
                            name.place(),
                            section.path("consumers") + " names a service twice",
                            "remove one of the two"));
        }
        return Optional.of(Collections.unmodifiableSet(consumers));
    }

    Map<String, Consumption> consumes(Section declaration) {
        Map<String, Consumption> consumptions = new TreeMap<>();
        for (Entry entry : declaration.map("consumes", "a topic", Names::isTopic, Names.TOPIC_RULE)) {
            declaration
                    .inside("consumes", entry, Keys.CONSUMPTION)
                    .ifPresent(section -> consumptions.put(entry.key(), consumption(section, entry.key())));
        }
        return Collections.unmodifiableMap(consumptions);
    }

    private Consumption consumption(Section section, String topic) {
        Set<String> receives = home.own().isPresent()
                ? classes.inClear(section, "receives", home.own().get().toString())
                : classes.listed(section, "receives");
        return new Consumption(topic, receives, section.sentence("why"), section.place());
    }
}
