package io.maskwire.declaration;

import io.maskwire.declaration.Node.Entry;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Reads {@code external}. */
final class ExternalReader {

    private final Problems problems;
    private final Environment environment;
    private final KnownClasses classes;
    private final Map<String, Place> targets = new HashMap<>();

    ExternalReader(Problems problems, Environment environment, KnownClasses classes) {
        this.problems = problems;
        this.environment = environment;
        this.classes = classes;
    }

    Map<String, External> read(Section declaration) {
        Map<String, External> external = new TreeMap<>();
        for (Entry entry : declaration.map("external", "an external host", Names::isLabel, Names.LABEL_RULE)) {
            declaration
                    .inside("external", entry, Keys.EXTERNAL)
                    .ifPresent(section -> external.put(entry.key(), read(section, entry.key())));
        }
        return Collections.unmodifiableMap(external);
    }

    private External read(Section section, String name) {
        section.require("host", "add host: NAME, as requests name it");
        section.require("port", "add port: NUMBER");
        Optional<String> host = host(section);
        OptionalInt port = section.port("port");
        Payload payload = Payload.read(section, classes, "sends");
        if (host.isPresent() && port.isPresent()) {
            addOnce(section, host.get() + ":" + port.getAsInt());
        }
        return new External(
                name,
                host.orElse(""),
                cidrs(section, host.orElse("")),
                via(section),
                port.orElse(1),
                section.protocol(),
                tls(section, payload.over()),
                payload.over(),
                classes.inClear(section, "sends", "external:" + name),
                payload.carries(),
                section.sentence("why"),
                section.place());
    }

    private static Optional<String> host(Section section) {
        String remedy = "write it in lower case, without scheme, port and path";
        return section.text("host", Names::isHost, "is no host name", remedy).map(Named::name);
    }

    /** Its addresses, as the environment or else the declaration says. */
    private List<String> cidrs(Section section, String host) {
        List<String> declared = new CidrReader(problems).read(section, "cidrs");
        return section.has("via") ? declared : environment.cidrs().getOrDefault(host, declared);
    }

    private static Optional<String> via(Section section) {
        if (section.has("via")) {
            String why = "stands beside via: packets go to the proxy, not to the host";
            section.refuse("cidrs", why, "remove one of the two");
        }
        return section.label("via").map(Named::name);
    }

    private static Optional<Boolean> tls(Section section, Transport over) {
        if (over != Transport.HTTP) {
            section.refuse(
                    "tls", "has a meaning only over http", "remove it: what is carried is told as unmasked anyway");
        }
        return section.value("tls").map(Value::truth);
    }

    private void addOnce(Section section, String target) {
        Place before = targets.putIfAbsent(target, section.place());
        if (before != null) {
            problems.add(
                    section.place(),
                    section.path() + " is the same edge as the one at " + before,
                    "say all about one host and port in one place");
        }
    }
}
