package io.maskwire.declaration;

import io.maskwire.declaration.Node.Entry;
import io.maskwire.declaration.Node.Scalar;
import io.maskwire.declaration.PlatformPeer.Pods;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Reads {@code platform}, of a fleet and of an environment. */
final class PlatformReader {

    private static final String NO_PROBES = "none";
    private static final String AMBIENT = "ambient";

    private final Problems problems;
    private final UnaryOperator<String> namespaces;

    /** With what namespaces are called where the fleet is installed. */
    PlatformReader(Problems problems, UnaryOperator<String> namespaces) {
        this.problems = problems;
        this.namespaces = namespaces;
    }

    /** The peers by name, sorted. */
    Map<String, PlatformPeer> read(Section section) {
        Map<String, PlatformPeer> platform = new TreeMap<>();
        for (Entry entry : section.map("platform", "a platform peer", Names::isLabel, Names.LABEL_RULE)) {
            read(section, entry).ifPresent(peer -> platform.put(entry.key(), peer));
        }
        return platform;
    }

    private Optional<PlatformPeer> read(Section section, Entry entry) {
        return switch (entry.key()) {
            case PlatformPeer.DNS -> section.inside("platform", entry, Keys.DNS).map(this::dns);
            case PlatformPeer.PROBES -> probes(section, entry);
            default -> section.inside("platform", entry, Keys.PLATFORM_PEER).flatMap(this::peer);
        };
    }

    private Optional<PlatformPeer> peer(Section section) {
        if (!section.has("cidrs") && !section.has("pods")) {
            section.require("namespace", "add namespace: NAME");
            section.require("selector", "add selector: LABEL=VALUE");
        }
        List<Pods> pods = pods(section);
        List<String> cidrs = new CidrReader(problems).read(section, "cidrs");
        List<Integer> ports = section.ports("port");
        Protocol protocol = section.protocol();
        boolean inMesh = section.value("in-mesh").map(Value::truth).orElse(false);
        return pods.isEmpty() && cidrs.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new PlatformPeer(pods, cidrs, ports, protocol, Optional.empty(), inMesh, section.place()));
    }

    private PlatformPeer dns(Section section) {
        PlatformPeer usual = PlatformPeer.kubeDns(section.place());
        boolean bare = !section.has("pods") && !section.has("cidrs");
        List<Pods> pods = bare ? List.of(usualPods(section, usual.pods().get(0))) : pods(section);
        List<Integer> ports = section.ports("port");
        return new PlatformPeer(
                pods,
                new CidrReader(problems).read(section, "cidrs"),
                ports.isEmpty() ? usual.ports() : ports,
                usual.protocol(),
                nodeLocal(section),
                false,
                section.place());
    }

    private Pods usualPods(Section section, Pods usual) {
        return new Pods(
                section.label("namespace").map(this::namespace).orElse(usual.namespace()),
                new SelectorReader(problems).read(section).orElse(usual.selector()));
    }

    private static Optional<String> nodeLocal(Section section) {
        String problem = "is no IP address in canonical form";
        return section.text("node-local", IpAddress::isCanonical, problem, "write 169.254.20.10, for example")
                .map(Named::name);
    }

    private Optional<PlatformPeer> probes(Section section, Entry entry) {
        if (!(entry.value() instanceof Scalar word)) {
            return section.inside("platform", entry, Keys.PROBES).map(this::nodes);
        }
        if (word.text().equals(NO_PROBES)) {
            return Optional.of(PlatformPeer.probes(List.of(), entry.place()));
        }
        if (word.text().equals(AMBIENT)) {
            return Optional.of(PlatformPeer.probes(List.of(PlatformPeer.AMBIENT_PROBES), entry.place()));
        }
        problems.add(
                word.place(),
                section.path("platform") + ".probes is none of the known words",
                "write none, ambient, or {nodes: [ADDRESS/PREFIX]}");
        return Optional.empty();
    }

    private PlatformPeer nodes(Section section) {
        section.require("nodes", "add nodes: [ADDRESS/PREFIX], the addresses of the nodes");
        return PlatformPeer.probes(new CidrReader(problems).read(section, "nodes"), section.place());
    }

    /** Its pods, written in the peer itself or listed. */
    private List<Pods> pods(Section section) {
        if (section.has("pods")) {
            section.refuse("namespace", "stands beside pods", "say it for each entry of pods");
            section.refuse("selector", "stands beside pods", "say it for each entry of pods");
            List<Pods> pods = new ArrayList<>();
            section.sections("pods", Keys.PODS).forEach(one -> {
                one.require("namespace", "add namespace: NAME");
                one.require("selector", "add selector: LABEL=VALUE");
                onePods(one).ifPresent(pods::add);
            });
            return pods;
        }
        if (section.has("namespace") != section.has("selector")) {
            section.require("namespace", "add namespace: NAME");
            section.require("selector", "add selector: LABEL=VALUE");
        }
        return onePods(section).map(List::of).orElse(List.of());
    }

    private Optional<Pods> onePods(Section section) {
        Optional<Named> namespace = section.label("namespace");
        Optional<Map<String, String>> selector = new SelectorReader(problems).read(section);
        return namespace.isEmpty() || selector.isEmpty()
                ? Optional.empty()
                : Optional.of(new Pods(namespace(namespace.get()), selector.get()));
    }

    private String namespace(Named named) {
        return namespaces.apply(named.name());
    }
}
