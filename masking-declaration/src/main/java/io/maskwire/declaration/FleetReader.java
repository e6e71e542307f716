package io.maskwire.declaration;

import io.maskwire.declaration.Node.Entry;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code fleet.yml}, as it is in an environment. */
final class FleetReader {

    private enum ConsentRule {
        DECLARED,
        NAMED
    }

    private final Problems problems;
    private final Includes includes;
    private final EnvironmentReader.Read environment;

    FleetReader(Problems problems, Includes includes, EnvironmentReader.Read environment) {
        this.problems = problems;
        this.includes = includes;
        this.environment = environment;
    }

    /** The fleet, if nothing was wrong. */
    Optional<Fleet> read(Node root) {
        return Section.document(root, Keys.FLEET, problems).flatMap(this::read);
    }

    private Optional<Fleet> read(Section section) {
        section.require("fleet", "add fleet: NAME");
        Optional<Named> name = section.label("fleet");
        boolean named = section.choice("consent", ConsentRule.class).orElse(ConsentRule.DECLARED) == ConsentRule.NAMED;
        Optional<Mesh> written = section.choice("mesh", Mesh.class);
        Mesh mesh = environment.mesh().or(() -> written).orElse(Mesh.NONE);
        Map<String, Namespace> namespaces = namespaces(section);
        Home home = new Home(Optional.empty(), false, environment.environment(), problems);
        SharedRules shared = shared(section, home);
        Map<String, Topic> topics = topics(section, home);
        Map<String, PlatformPeer> platform = platform(section, usesSidecars(mesh, namespaces));
        return problems.isEmpty()
                ? name.map(found -> new Fleet(
                        found.name(), platform, namespaces, topics, named, mesh, environment.environment(), shared))
                : Optional.empty();
    }

    private static boolean usesSidecars(Mesh mesh, Map<String, Namespace> namespaces) {
        return mesh == Mesh.ISTIO_SIDECAR
                || namespaces.values().stream().anyMatch(one -> one.mesh().orElse(mesh) == Mesh.ISTIO_SIDECAR);
    }

    private SharedRules shared(Section section, Home home) {
        KnownClasses classes = new KnownClasses(problems);
        FieldsReader fields = new FieldsReader(problems, classes);
        shared(section, new ClassesReader(problems, home, classes), fields, classes);
        return new SharedRules(classes.all(), fields.read(), includes.files());
    }

    private void shared(Section section, ClassesReader classesReader, FieldsReader fields, KnownClasses classes) {
        boolean all = includes.read(section, included -> shared(included, classesReader, fields, classes));
        if (!all) {
            classes.incomplete();
        }
        classesReader.read(section);
        fields.read(section);
    }

    private Map<String, PlatformPeer> platform(Section section, boolean sidecars) {
        Map<String, PlatformPeer> platform = new TreeMap<>();
        platform.put(PlatformPeer.DNS, PlatformPeer.kubeDns(section.place()));
        platform.put(PlatformPeer.PROBES, PlatformPeer.probes(List.of(), section.place()));
        if (sidecars) {
            platform.put(PlatformPeer.ISTIOD, PlatformPeer.istiod(section.place()));
        }
        platform.putAll(new PlatformReader(problems, environment.environment()::namespace).read(section));
        platform.putAll(environment.platform());
        return Collections.unmodifiableMap(platform);
    }

    private Map<String, Namespace> namespaces(Section section) {
        Map<String, Namespace> namespaces = new TreeMap<>();
        for (Entry entry : section.map("namespaces", "a namespace", Names::isLabel, Names.LABEL_RULE)) {
            section.inside("namespaces", entry, Keys.NAMESPACE).ifPresent(inner -> {
                Namespace before =
                        namespaces.putIfAbsent(environment.environment().namespace(entry.key()), namespace(inner));
                if (before != null) {
                    problems.add(
                            entry.place(),
                            inner.path() + " is the same namespace in this environment as the one at " + before.place(),
                            "map one of them to another name");
                }
            });
        }
        return Collections.unmodifiableMap(namespaces);
    }

    private Namespace namespace(Section section) {
        DefaultDeny deny = section.choice("default-deny", DefaultDeny.class).orElse(DefaultDeny.NOW);
        if (deny == DefaultDeny.WHEN_COMPLETE) {
            section.require("workloads", "add workloads: [NAME, …], all services that run in it");
        }
        Set<String> workloads = new TreeSet<>();
        for (Named name : section.names("workloads")) {
            if (!Names.isLabel(name.name())) {
                problems.add(name.place(), section.path("workloads") + " names no service", Names.LABEL_RULE);
            }
            workloads.add(name.name());
        }
        return new Namespace(
                deny,
                Collections.unmodifiableSet(workloads),
                section.value("managed").map(Value::truth).orElse(true),
                section.choice("mesh", Mesh.class),
                section.place());
    }

    private Map<String, Topic> topics(Section section, Home home) {
        Map<String, Topic> topics = new TreeMap<>();
        for (Entry entry : section.map("topics", "a topic", Names::isTopic, Names.TOPIC_RULE)) {
            section.inside("topics", entry, Keys.TOPIC)
                    .flatMap(inner -> topic(inner, home))
                    .ifPresent(topic -> topics.put(entry.key(), topic));
        }
        return Collections.unmodifiableMap(topics);
    }

    private Optional<Topic> topic(Section section, Home home) {
        section.require("broker", "add broker: NAMESPACE/NAME, or the name of a platform peer with ports");
        Optional<Named> broker = section.text("broker");
        Transport over = section.choice("over", Transport.class).orElse(Transport.KAFKA);
        Optional<Named> port = section.text("port", Names::isPortName, "is no name of a port", Names.PORT_NAME_RULE);
        boolean service = broker.filter(name -> name.name().indexOf('/') >= 0).isPresent();
        if (service) {
            section.require("port", "add port: NAME, the name that the broker gives the port under serves");
            return home.service(broker.get(), section.path("broker"))
                    .map(name ->
                            new Topic(name.toString(), port.map(Named::name).orElse(""), over, section.place()));
        }
        section.refuse("port", "stands beside a platform peer, which has its own ports", "remove it here");
        return section.label("broker").map(name -> new Topic(name.name(), "", over, section.place()));
    }
}
