package io.maskwire.declaration;

import io.maskwire.declaration.Node.Entry;
import java.util.ArrayList;
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
    private final KnownClasses classes;
    private final Map<String, Place> targets = new HashMap<>();

    ExternalReader(Problems problems, KnownClasses classes) {
        this.problems = problems;
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
                cidrs(section),
                port.orElse(1),
                section.protocol(),
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

    private List<String> cidrs(Section section) {
        List<String> cidrs = new ArrayList<>();
        for (Named cidr : section.names("cidrs")) {
            IpAddress.cidrProblem(cidr.name())
                    .ifPresent(problem -> problems.add(
                            cidr.place(),
                            "an address in " + section.path("cidrs") + " " + problem,
                            "write the network's first address and prefix, such as 203.0.113.0/24"));
            cidrs.add(cidr.name());
        }
        return cidrs.stream().sorted().toList();
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
