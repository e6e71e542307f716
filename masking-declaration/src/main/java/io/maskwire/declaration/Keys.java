package io.maskwire.declaration;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every key a declaration may have, by the part it stands in; the JSON Schema for editors has the same.
 *
 * @param part the part, as the schema calls it
 * @param names the keys, the most important first
 */
record Keys(String part, List<String> names) {

    static final Keys DECLARATION = of(
            "declaration",
            "include",
            "service",
            "unclassified",
            "write-back",
            "classes",
            "fields",
            "audiences",
            "identity",
            "serves",
            "calls",
            "external",
            "accept");
    static final Keys INCLUDED = of("included", "include", "classes", "fields");
    static final Keys SERVICE = of("service", "name", "namespace", "selector", "owner");
    static final Keys MASK = of(
            "mask",
            "mask",
            "style",
            "keep-first",
            "keep-last",
            "separators",
            "domain",
            "normalize",
            "alphabet",
            "luhn",
            "text",
            "v4-bits",
            "v6-bits",
            "to",
            "days",
            "size");
    static final Keys DATA_CLASS = of("class", "only").with(MASK);
    static final Keys FIELD = of("field", "path", "class", "exact").with(MASK);
    static final Keys AUDIENCE = of("audience", "clear", "masks", "reveal", "why");
    static final Keys IDENTITY = of("identity", "jwt-claim", "spiffe");
    static final Keys SERVED_PORT =
            of("served-port", "port", "service-port", "protocol", "from", "accepts", "callers", "accept");
    static final Keys CALLER = of("caller", "gives");
    static final Keys CALL = of("call", "to", "port", "over", "sends", "receives", "carries", "why", "accept");
    static final Keys EXTERNAL =
            of("external", "host", "cidrs", "port", "protocol", "over", "sends", "carries", "why", "accept");
    static final Keys ACCEPTED = of("accepted", "rule", "why", "until");
    static final Keys FLEET = of("fleet", "fleet", "platform");
    static final Keys PLATFORM_PEER = of("platform-peer", "namespace", "selector");
    static final Keys DNS = of("dns", "node-local").with(PLATFORM_PEER);

    static final List<Keys> ALL = List.of(
            DECLARATION,
            INCLUDED,
            SERVICE,
            MASK,
            DATA_CLASS,
            FIELD,
            AUDIENCE,
            IDENTITY,
            SERVED_PORT,
            CALLER,
            CALL,
            EXTERNAL,
            ACCEPTED,
            FLEET,
            PLATFORM_PEER,
            DNS);

    private static Keys of(String part, String... names) {
        return new Keys(part, List.of(names));
    }

    private Keys with(Keys more) {
        return new Keys(part, Stream.concat(names.stream(), more.names.stream()).toList());
    }
}
