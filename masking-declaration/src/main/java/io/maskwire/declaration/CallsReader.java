package io.maskwire.declaration;

import io.maskwire.declaration.Node.Entry;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code calls}. */
final class CallsReader {

    private final Problems problems;
    private final Home home;
    private final KnownClasses classes;
    private final Map<String, Place> targets = new HashMap<>();

    CallsReader(Problems problems, Home home, KnownClasses classes) {
        this.problems = problems;
        this.home = home;
        this.classes = classes;
    }

    Map<String, Call> read(Section declaration) {
        Map<String, Call> calls = new TreeMap<>();
        for (Entry entry : declaration.names("calls", "a call", Names::isLabel, Names.LABEL_RULE)) {
            declaration
                    .inside("calls", entry, Keys.CALL)
                    .flatMap(section -> read(section, entry.key()))
                    .ifPresent(call -> calls.put(entry.key(), call));
        }
        return Collections.unmodifiableMap(calls);
    }

    private Optional<Call> read(Section section, String name) {
        section.require("to", "add to: NAME or NAMESPACE/NAME, the service called");
        section.require("port", "add port: NAME, as the service called has it under serves");
        Optional<ServiceName> to = section.text("to").flatMap(text -> home.service(text, section.path("to")));
        Optional<Named> port = section.text("port").filter(text -> isPortName(section, text));
        Payload payload = Payload.read(section, classes, "sends", "receives");
        Set<String> sends = to.isPresent()
                ? classes.inClear(section, "sends", to.get().toString())
                : classes.listed(section, "sends");
        Set<String> receives = home.own().isPresent()
                ? classes.inClear(section, "receives", home.own().get().toString())
                : classes.listed(section, "receives");
        String why = section.sentence("why");
        if (to.isEmpty() || port.isEmpty()) {
            return Optional.empty();
        }
        addOnce(section, to.get() + ":" + port.get().name());
        return Optional.of(new Call(
                name,
                to.get(),
                port.get().name(),
                payload.over(),
                sends,
                receives,
                payload.carries(),
                why,
                section.place()));
    }

    private boolean isPortName(Section section, Named port) {
        if (!Names.isPortName(port.name())) {
            problems.add(port.place(), section.path("port") + " is no name of a port", Names.PORT_NAME_RULE);
        }
        return Names.isPortName(port.name());
    }

    private void addOnce(Section section, String target) {
        Place before = targets.putIfAbsent(target, section.place());
        if (before != null) {
            problems.add(
                    section.place(),
                    section.path() + " is the same edge as the call at " + before,
                    "say all about one service and port in one call");
        }
    }
}
