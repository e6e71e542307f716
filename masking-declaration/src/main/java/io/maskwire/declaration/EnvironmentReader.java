package io.maskwire.declaration;

import io.maskwire.declaration.Node.Entry;
import io.maskwire.declaration.Node.Scalar;
import io.maskwire.declaration.Node.ScalarType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Reads what differs in an environment. */
final class EnvironmentReader {

    /** What a document says, beside the environment itself. */
    record Read(Environment environment, Map<String, PlatformPeer> platform, Optional<Mesh> mesh) {

        static final Read NOTHING = new Read(Environment.NONE, Map.of(), Optional.empty());
    }

    private enum EdgeTransport {
        MESH
    }

    private final Problems problems;

    EnvironmentReader(Problems problems) {
        this.problems = problems;
    }

    Read read(Node root) {
        return Section.document(root, Keys.ENVIRONMENT, problems)
                .map(this::read)
                .orElse(Read.NOTHING);
    }

    private Read read(Section section) {
        section.require("environment", "add environment: NAME");
        Environment environment = new Environment(
                section.label("environment").map(Named::name).orElse(""),
                namespaces(section),
                section.choice("transport", EdgeTransport.class).isPresent(),
                hosts(section));
        Map<String, PlatformPeer> platform = new PlatformReader(problems, UnaryOperator.identity()).read(section);
        return new Read(environment, platform, section.choice("mesh", Mesh.class));
    }

    private Map<String, String> namespaces(Section section) {
        Map<String, String> namespaces = new TreeMap<>();
        Map<String, Entry> targets = new HashMap<>();
        for (Entry entry : section.map("namespaces", "a namespace", Names::isLabel, Names.LABEL_RULE)) {
            if (!(entry.value() instanceof Scalar scalar)
                    || scalar.type() != ScalarType.TEXT
                    || !Names.isLabel(scalar.text())) {
                problems.add(
                        entry.value().place(),
                        section.path("namespaces") + "." + Shown.step(entry.key()) + " is no name of a namespace",
                        Names.LABEL_RULE);
                continue;
            }
            Entry before = targets.putIfAbsent(scalar.text(), entry);
            if (before != null) {
                problems.add(
                        entry.place(),
                        section.path("namespaces") + " gives " + Shown.quoted(before.key()) + " and "
                                + Shown.quoted(entry.key()) + " the same name",
                        "keep namespaces apart, since policies are per namespace");
            }
            namespaces.put(entry.key(), scalar.text());
        }
        return namespaces;
    }

    private Map<String, List<String>> hosts(Section section) {
        Map<String, List<String>> hosts = new TreeMap<>();
        String rule = "write the host as declarations do, in lower case, without scheme, port and path";
        for (Entry entry : section.map("external", "an external host", Names::isHost, rule)) {
            section.inside("external", entry, Keys.HOST).ifPresent(host -> {
                host.require("cidrs", "add cidrs: [ADDRESS/PREFIX]");
                hosts.put(entry.key(), new CidrReader(problems).read(host, "cidrs"));
            });
        }
        return hosts;
    }
}
