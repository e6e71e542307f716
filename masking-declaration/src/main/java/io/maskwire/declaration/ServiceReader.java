package io.maskwire.declaration;

import java.util.Map;
import java.util.Optional;

/** Reads {@code service} and {@code identity}. */
final class ServiceReader {

    private static final String DEFAULT_LABEL = "app.kubernetes.io/name";
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
        Optional<String> name = label(section, "name");
        Optional<String> namespace = label(section, "namespace");
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

    private Optional<String> label(Section section, String key) {
        return section.label(key).map(Named::name);
    }

    Identity identity(Section declaration) {
        return declaration
                .section("identity", Keys.IDENTITY)
                .map(this::identityOf)
                .orElse(NOBODY);
    }

    private Identity identityOf(Section section) {
        return new Identity(claim(section), spiffe(section));
    }

    private Optional<String> claim(Section section) {
        Optional<Named> claim = section.text("jwt-claim");
        if (claim.isPresent() && !Names.isWord(claim.get().name())) {
            problems.add(
                    claim.get().place(),
                    section.path("jwt-claim") + " must be a word of visible characters",
                    "name the claim, such as azp");
        }
        return claim.map(Named::name);
    }

    private Optional<String> spiffe(Section section) {
        Optional<Named> pattern = section.text("spiffe");
        if (pattern.isPresent() && !isSpiffePattern(pattern.get().name())) {
            problems.add(
                    pattern.get().place(),
                    section.path("spiffe") + " must be a SPIFFE ID with {namespace} and {service} once each",
                    "write \"spiffe://cluster.local/ns/{namespace}/sa/{service}\", for example");
        }
        return pattern.map(Named::name);
    }

    private static boolean isSpiffePattern(String pattern) {
        String plain = pattern.replaceFirst("\\{namespace}", "n").replaceFirst("\\{service}", "s");
        return pattern.contains("{namespace}")
                && pattern.contains("{service}")
                && plain.length() <= 2048
                && plain.matches("spiffe://[a-z0-9._-]+(/[A-Za-z0-9._-]+)+");
    }
}
