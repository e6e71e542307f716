package io.maskwire.declaration;

import io.maskwire.declaration.Node.Entry;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code fleet.yml}. */
final class FleetReader {

    private final Problems problems;

    FleetReader(Problems problems) {
        this.problems = problems;
    }

    /** The fleet, if nothing was wrong. */
    Optional<Fleet> read(Node root) {
        return Section.document(root, Keys.FLEET, problems).flatMap(this::read);
    }

    private Optional<Fleet> read(Section section) {
        section.require("fleet", "add fleet: NAME");
        Optional<Named> name = section.label("fleet");
        Map<String, PlatformPeer> platform = platform(section);
        return problems.isEmpty() ? name.map(found -> new Fleet(found.name(), platform)) : Optional.empty();
    }

    private Map<String, PlatformPeer> platform(Section section) {
        Map<String, PlatformPeer> platform = new TreeMap<>();
        platform.put(PlatformPeer.DNS, PlatformPeer.kubeDns(section.place()));
        for (Entry entry : section.map("platform", "a platform peer", Names::isLabel, Names.LABEL_RULE)) {
            boolean dns = entry.key().equals(PlatformPeer.DNS);
            section.inside("platform", entry, dns ? Keys.DNS : Keys.PLATFORM_PEER)
                    .flatMap(inner -> dns ? Optional.of(dns(inner)) : peer(inner))
                    .ifPresent(peer -> platform.put(entry.key(), peer));
        }
        return Collections.unmodifiableMap(platform);
    }

    private Optional<PlatformPeer> peer(Section section) {
        section.require("namespace", "add namespace: NAME");
        section.require("selector", "add selector: LABEL=VALUE");
        Optional<Named> namespace = section.label("namespace");
        Optional<Map<String, String>> selector = new SelectorReader(problems).read(section);
        if (namespace.isEmpty() || selector.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PlatformPeer(namespace.get().name(), selector.get(), Optional.empty(), section.place()));
    }

    private PlatformPeer dns(Section section) {
        PlatformPeer usual = PlatformPeer.kubeDns(section.place());
        return new PlatformPeer(
                section.label("namespace").map(Named::name).orElse(usual.namespace()),
                new SelectorReader(problems).read(section).orElse(usual.selector()),
                nodeLocal(section),
                section.place());
    }

    private static Optional<String> nodeLocal(Section section) {
        String problem = "is no IP address in canonical form";
        return section.text("node-local", IpAddress::isCanonical, problem, "write 169.254.20.10, for example")
                .map(Named::name);
    }
}
