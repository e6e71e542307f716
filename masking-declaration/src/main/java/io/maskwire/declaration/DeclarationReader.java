package io.maskwire.declaration;

import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Unclassified;
import io.maskwire.policy.WriteBack;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads one document; the order follows what names what. */
final class DeclarationReader {

    private static final List<String> NEED_A_SERVICE =
            List.of("serves", "calls", "external", "uses", "publishes", "consumes");

    private final Problems problems;
    private final Includes includes;
    private final Environment environment;
    private final SharedRules fleet;
    private final KnownClasses classes;

    /** With what the fleet shares, if the declaration is read as a part of one. */
    DeclarationReader(Problems problems, Includes includes, Environment environment, SharedRules fleet) {
        this.problems = problems;
        this.includes = includes;
        this.environment = environment;
        this.fleet = fleet;
        this.classes = new KnownClasses(problems);
    }

    /** The declaration, if nothing was wrong until its end. */
    Optional<Declaration> read(Node root) {
        List<Acceptance> accepts = new AcceptancesReader(problems).read(root);
        return Section.document(root, Keys.DECLARATION, problems).flatMap(section -> read(section, accepts));
    }

    private Optional<Declaration> read(Section section, List<Acceptance> accepts) {
        ServiceReader services = new ServiceReader(problems, environment);
        Optional<Service> service = services.service(section);
        boolean reported = requireService(section);
        Home home = new Home(service.map(Service::name), section.has("service") || reported, environment, problems);
        FieldsReader fields = new FieldsReader(problems, classes);
        fleet.addTo(classes, fields);
        shared(section, new ClassesReader(problems, home, classes), fields);
        Unclassified unclassified =
                section.choice("unclassified", Unclassified.class).orElse(Unclassified.PASS);
        WriteBack writeBack = section.choice("write-back", WriteBack.class).orElse(WriteBack.REFUSE);
        Identity identity = services.identity(section);
        Map<String, ServedPort> serves = new ServesReader(problems, home, classes).read(section);
        Map<String, Call> calls = new CallsReader(problems, home, classes).read(section);
        Map<String, External> external = new ExternalReader(problems, environment, classes).read(section);
        TopicsReader topics = new TopicsReader(problems, home, classes);
        Map<String, Publication> publishes = topics.publishes(section);
        Map<String, Consumption> consumes = topics.consumes(section);
        Map<String, Place> uses = uses(section);
        service.ifPresent(found -> checkPorts(section, found, serves));
        Audiences audiences = new AudiencesReader(problems, home, classes, external).read(section);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        MaskingPolicy policy = new PolicyCompiler(audiences)
                .classes(classes)
                .fields(fields.rules())
                .mapKeys(fields.mapKeys())
                .embedded(fields.embedded())
                .unclassified(unclassified)
                .writeBack(writeBack)
                .serves(serves.values())
                .calls(calls.values())
                .external(external.values())
                .publishes(publishes.values())
                .build();
        boolean governed = section.has("calls") || section.has("external");
        return Optional.of(new Declaration(
                service,
                classes.declared(),
                policy,
                identity,
                serves,
                calls,
                external,
                governed,
                uses,
                publishes,
                consumes,
                accepts));
    }

    private void shared(Section section, ClassesReader classesReader, FieldsReader fields) {
        boolean all = includes.read(section, included -> shared(included, classesReader, fields));
        if (!all) {
            classes.incomplete();
        }
        classesReader.read(section);
        fields.read(section);
    }

    private Map<String, Place> uses(Section section) {
        Map<String, Place> uses = new TreeMap<>();
        for (Named peer : section.names("uses")) {
            if (!Names.isLabel(peer.name())) {
                problems.add(
                        peer.place(),
                        section.path("uses") + " names no platform peer",
                        "name peers of the fleet, such as api-server; services stand under calls");
            }
            uses.put(peer.name(), peer.place());
        }
        return Collections.unmodifiableMap(uses);
    }

    private void checkPorts(Section section, Service service, Map<String, ServedPort> serves) {
        if (service.workloads().stream().noneMatch(workload -> workload.kind().serves())) {
            section.refuse("serves", "has no meaning for a job: nothing connects to its pods", "remove it");
        }
        serves.values().stream()
                .filter(port -> service.headless() && port.servicePort().orElse(port.port()) != port.port())
                .forEach(port -> problems.add(
                        port.place(),
                        port.edge() + ".service-port differs from port, but nothing translates the ports of a"
                                + " headless service",
                        "remove service-port, or headless"));
    }

    /** Whether the service is missing and was reported. */
    private static boolean requireService(Section section) {
        boolean missing = !section.has("service") && NEED_A_SERVICE.stream().anyMatch(section::has);
        if (missing) {
            NEED_A_SERVICE.forEach(key ->
                    section.refuse(key, "needs to know the service", "add service: {name: NAME, namespace: NAME}"));
        }
        return missing;
    }
}
