package io.maskwire.declaration;

import io.maskwire.declaration.Node.Entry;
import io.maskwire.declaration.Node.Scalar;
import io.maskwire.declaration.Node.ScalarType;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code calls}. */
final class CallsReader {

    private static final String AS_SERVED = "that the service called gives the port under serves";

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
        for (Entry entry : declaration.map("calls", "a call", Names::isLabel, Names.LABEL_RULE)) {
            declaration
                    .inside("calls", entry, Keys.CALL)
                    .flatMap(section -> read(section, entry.key()))
                    .ifPresent(call -> calls.put(entry.key(), call));
        }
        return Collections.unmodifiableMap(calls);
    }

    private Optional<Call> read(Section section, String name) {
        section.require("to", "add to: NAME or NAMESPACE/NAME, the service called");
        section.require("port", "add port: NAME, the name " + AS_SERVED);
        Optional<Named> written = section.text("to");
        Optional<ServiceName> to = written.flatMap(text -> home.service(text, section.path("to")));
        Optional<Named> port = port(section);
        Payload payload = Payload.read(section, classes, "sends", "receives");
        Set<String> sends = to.isPresent()
                ? classes.inClear(section, "sends", to.get().toString(), written.get(), section.path("to"))
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

    private Optional<Named> port(Section section) {
        Optional<Node> node = section.value("port").map(Value::node);
        if (node.orElse(null) instanceof Scalar scalar && scalar.type() == ScalarType.NUMBER) {
            problems.add(scalar.place(), section.path("port") + " is a number", "write the name " + AS_SERVED);
            return Optional.empty();
        }
        return section.text("port", Names::isPortName, "is no name of a port", Names.PORT_NAME_RULE);
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
