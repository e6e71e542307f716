package io.maskwire.declaration;

import java.util.List;
import java.util.Optional;

/** Reads {@code service} and {@code identity}. */
final class ServiceReader {

    private static final int LONGEST_SPIFFE_ID = 2048;
    private static final Identity NOBODY = new Identity(Optional.empty(), Optional.empty());

    private final Problems problems;
    private final Environment environment;

    ServiceReader(Problems problems, Environment environment) {
        this.problems = problems;
        this.environment = environment;
    }

    Optional<Service> service(Section declaration) {
        return declaration.section("service", Keys.SERVICE).flatMap(this::read);
    }

    private Optional<Service> read(Section section) {
        section.require("name", "add name: NAME");
        section.require("namespace", "add namespace: NAME");
        Optional<String> name = section.label("name").map(Named::name);
        Optional<String> namespace = section.label("namespace").map(Named::name);
        List<Workload> workloads = new WorkloadsReader(problems).read(section, name.orElse("name"));
        boolean headless = section.value("headless").map(Value::truth).orElse(false);
        Enforce enforce = section.choice("enforce", Enforce.class).orElse(Enforce.BOTH);
        boolean managed = section.value("managed").map(Value::truth).orElse(true);
        String owner = section.sentence("owner");
        if (name.isEmpty() || namespace.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Service(
                new ServiceName(environment.namespace(namespace.get()), name.get()),
                workloads,
                headless,
                enforce,
                managed,
                owner,
                section.place()));
    }

    /** How callers are known; nothing if {@code identity} is missing. */
    Identity identity(Section declaration) {
        return declaration
                .section("identity", Keys.IDENTITY)
                .map(ServiceReader::identityOf)
                .orElse(NOBODY);
    }

    private static Identity identityOf(Section section) {
        String spiffe = "must be a SPIFFE ID with {namespace} and {service} once each";
        String example = "write \"spiffe://cluster.local/ns/{namespace}/sa/{service}\", for example";
        return new Identity(
                section.word("jwt-claim", "name the claim, such as azp").map(Named::name),
                section.text("spiffe", ServiceReader::isSpiffePattern, spiffe, example)
                        .map(Named::name));
    }

    private static boolean isSpiffePattern(String pattern) {
        String plain = pattern.replaceFirst("\\{namespace}", "n").replaceFirst("\\{service}", "s");
        return pattern.contains("{namespace}")
                && pattern.contains("{service}")
                && plain.length() <= LONGEST_SPIFFE_ID
                && plain.matches("spiffe://[a-z0-9._-]+(/[A-Za-z0-9._-]+)+");
    }
}
