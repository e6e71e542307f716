package io.maskwire.declaration;

import java.util.Map;
import java.util.Optional;

/** Reads {@code service} and {@code identity}. */
final class ServiceReader {

    private static final String DEFAULT_LABEL = "app.kubernetes.io/name";
    private static final int LONGEST_SPIFFE_ID = 2048;
    private static final Identity NOBODY = new Identity(Optional.empty(), Optional.empty());

    private final Problems problems;

    ServiceReader(Problems problems) {
        this.problems = problems;
    }

    Optional<Service> service(Section declaration) {
        return declaration.section("service", Keys.SERVICE).flatMap(this::read);
    }

    private Optional<Service> read(Section section) {
        section.require("name", "add name: NAME");
        section.require("namespace", "add namespace: NAME");
        Optional<String> name = section.label("name").map(Named::name);
        Optional<String> namespace = section.label("namespace").map(Named::name);
        Optional<Map<String, String>> selector = new SelectorReader(problems).read(section);
        String owner = section.sentence("owner");
        if (name.isEmpty() || namespace.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Service(
                new ServiceName(namespace.get(), name.get()),
                selector.orElseGet(() -> SelectorReader.single(DEFAULT_LABEL, name.get())),
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
