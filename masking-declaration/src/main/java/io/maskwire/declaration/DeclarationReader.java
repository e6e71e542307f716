package io.maskwire.declaration;

import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Unclassified;
import io.maskwire.policy.WriteBack;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one document; the order follows what names what. */
final class DeclarationReader {

    private static final List<String> NEED_A_SERVICE = List.of("serves", "calls", "external");

    private final Problems problems;
    private final Includes includes;
    private final KnownClasses classes;

    DeclarationReader(Problems problems, Includes includes) {
        this.problems = problems;
        this.includes = includes;
        this.classes = new KnownClasses(problems);
    }

    /** The declaration, if nothing was wrong until its end. */
    Optional<Declaration> read(Node root) {
        List<Acceptance> accepts = new AcceptancesReader(problems).read(root);
        return Section.document(root, Keys.DECLARATION, problems).flatMap(section -> read(section, accepts));
    }

    private Optional<Declaration> read(Section section, List<Acceptance> accepts) {
        ServiceReader services = new ServiceReader(problems);
        Optional<Service> service = services.service(section);
        boolean reported = requireService(section);
        Home home = new Home(service.map(Service::name), section.has("service") || reported, problems);
        FieldsReader fields = new FieldsReader(problems, classes);
        shared(section, new ClassesReader(problems, home, classes), fields);
        Unclassified unclassified =
                section.choice("unclassified", Unclassified.class).orElse(Unclassified.PASS);
        WriteBack writeBack = section.choice("write-back", WriteBack.class).orElse(WriteBack.REFUSE);
        Identity identity = services.identity(section);
        Map<String, ServedPort> serves = new ServesReader(problems, home, classes).read(section);
        Map<String, Call> calls = new CallsReader(problems, home, classes).read(section);
        Map<String, External> external = new ExternalReader(problems, classes).read(section);
        Audiences audiences = new AudiencesReader(problems, home, classes, external).read(section);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        MaskingPolicy policy = new PolicyCompiler(audiences)
                .classes(classes)
                .fields(fields.rules())
                .unclassified(unclassified)
                .writeBack(writeBack)
                .serves(serves.values())
                .calls(calls.values())
                .external(external.values())
                .build();
        boolean governed = section.has("calls") || section.has("external");
        return Optional.of(new Declaration(
                service, classes.declared(), policy, identity, serves, calls, external, governed, accepts));
    }

    private void shared(Section section, ClassesReader classesReader, FieldsReader fields) {
        boolean all = includes.read(section, included -> shared(included, classesReader, fields));
        if (!all) {
            classes.incomplete();
        }
        classesReader.read(section);
        fields.read(section);
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
