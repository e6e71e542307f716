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
            "uses",
            "publishes",
            "consumes",
            "accept");
    static final Keys INCLUDED = of("included", "include", "classes", "fields");
    static final Keys SERVICE = of(
            "service", "name", "namespace", "selector", "kind", "workloads", "headless", "enforce", "managed", "owner");
    static final Keys WORKLOAD = of("workload", "selector", "kind");
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
    static final Keys FIELD =
            of("field", "path", "class", "exact", "keys", "embedded").with(MASK);
    static final Keys AUDIENCE = of("audience", "clear", "masks", "reveal", "why");
    static final Keys IDENTITY = of("identity", "jwt-claim", "spiffe");
    static final Keys SERVED_PORT = of(
            "served-port", "port", "service-port", "protocol", "tls", "from", "accepts", "callers", "guests", "accept");
    static final Keys CALLER = of("caller", "gives");
    static final Keys GUEST = of("guest", "until", "selector", "why");
    static final Keys CALL = of("call", "to", "port", "over", "sends", "receives", "carries", "why", "accept");
    static final Keys EXTERNAL = of(
            "external", "host", "cidrs", "via", "port", "protocol", "tls", "over", "sends", "carries", "why", "accept");
    static final Keys PUBLICATION = of("publication", "sends", "consumers", "why", "accept");
    static final Keys CONSUMPTION = of("consumption", "receives", "why", "accept");
    static final Keys ACCEPTED = of("accepted", "rule", "why", "until");
    static final Keys FLEET =
            of("fleet", "fleet", "include", "classes", "fields", "consent", "mesh", "namespaces", "platform", "topics");
    static final Keys NAMESPACE = of("namespace", "default-deny", "workloads", "managed", "mesh");
    static final Keys PODS = of("pods", "namespace", "selector");
    static final Keys PLATFORM_PEER =
            of("platform-peer", "namespace", "selector", "pods", "cidrs", "port", "protocol", "in-mesh");
    static final Keys DNS = of("dns", "namespace", "selector", "pods", "cidrs", "port", "node-local");
    static final Keys PROBES = of("probes", "nodes");
    static final Keys TOPIC = of("topic", "broker", "port", "over");
    static final Keys ENVIRONMENT =
            of("environment", "environment", "namespaces", "transport", "mesh", "platform", "external");
    static final Keys HOST = of("host", "cidrs");

    static final List<Keys> ALL = List.of(
            DECLARATION,
            INCLUDED,
            SERVICE,
            WORKLOAD,
            MASK,
            DATA_CLASS,
            FIELD,
            AUDIENCE,
            IDENTITY,
            SERVED_PORT,
            CALLER,
            GUEST,
            CALL,
            EXTERNAL,
            PUBLICATION,
            CONSUMPTION,
            ACCEPTED,
            FLEET,
            NAMESPACE,
            PODS,
            PLATFORM_PEER,
            DNS,
            PROBES,
            TOPIC,
            ENVIRONMENT,
            HOST);

    private static Keys of(String part, String... names) {
        return new Keys(part, List.of(names));
    }

    private Keys with(Keys more) {
        return new Keys(part, Stream.concat(names.stream(), more.names.stream()).toList());
    }
}
