package io.maskwire.declaration;

import java.util.Optional;

/** Where a declaration is at home: completes the names of services of its own namespace. */
final class Home {

    private static final String ROLE = "role:";
    private static final String EXTERNAL = "external:";
    private static final String TOPIC = "topic:";

    private final Optional<ServiceName> own;
    private final boolean declared;
    private final Environment environment;
    private final Problems problems;

    /** With {@code declared} and no name the service is there but wrong, which was reported. */
    Home(Optional<ServiceName> own, boolean declared, Environment environment, Problems problems) {
        this.own = own;
        this.declared = declared;
        this.environment = environment;
        this.problems = problems;
    }

    Optional<ServiceName> own() {
        return own;
    }

    /** A service, written with its namespace or without. */
    Optional<ServiceName> service(Named named, String where) {
        String name = named.name();
        if (!Names.isService(name)) {
            problems.add(
                    named.place(),
                    where + " is no name of a service",
                    "write NAME or NAMESPACE/NAME, each of at most 63 lower-case letters, digits and -");
            return Optional.empty();
        }
        int slash = name.indexOf('/');
        if (slash >= 0) {
            String namespace = environment.namespace(name.substring(0, slash));
            return Optional.of(new ServiceName(namespace, name.substring(slash + 1)));
        }
        if (!declared) {
            problems.add(named.place(), where + " names a service without its namespace", "write NAMESPACE/NAME");
        }
        return own.map(home -> new ServiceName(home.namespace(), name));
    }

    /** Who may see a class in clear: {@code role:x}, {@code external:x}, {@code topic:x} or a service, completed. */
    Optional<String> clearAudience(Named named, String where) {
        String name = named.name();
        if (name.startsWith(ROLE) && isRole(name.substring(ROLE.length()))
                || name.startsWith(EXTERNAL) && Names.isLabel(name.substring(EXTERNAL.length()))
                || name.startsWith(TOPIC) && Names.isTopic(name.substring(TOPIC.length()))) {
            return Optional.of(name);
        }
        if (name.indexOf(':') >= 0) {
            problems.add(
                    named.place(),
                    where + " names nobody who could be granted a class in clear",
                    "write role:NAME, external:NAME, topic:NAME, or a service as NAME or NAMESPACE/NAME");
            return Optional.empty();
        }
        return service(named, where).map(ServiceName::toString);
    }

    static boolean isRole(String name) {
        return !name.isEmpty() && Names.isWord(name);
    }
}
