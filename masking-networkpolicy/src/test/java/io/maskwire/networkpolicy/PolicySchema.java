package io.maskwire.networkpolicy;

import io.maskwire.networkpolicy.api.Cidr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The fields of the custom resources as far as we write them, each with what may stand there: a field it doesn't know is
 * an error, and so is one that must be there and isn't. Field names after the types of the projects ({@code
 * pkg/policy/api} of cilium/cilium, {@code pkg/apis/projectcalico/v3} of projectcalico/api, and {@code
 * networking.k8s.io/v1}).
 */
final class PolicySchema {

    /** What may stand at a place. */
    private interface Rule {

        void check(Object value, String path, List<String> problems);
    }

    private static final Rule LABEL = text(text -> ApiLabels.isValue((String) text));
    private static final Rule LABELS = (value, path, problems) -> {
        if (!(value instanceof Map<?, ?> map) || map.isEmpty()) {
            problems.add(path + " is no map with labels");
            return;
        }
        map.forEach((key, label) -> LABEL.check(label, path + "." + key, problems));
    };
    private static final Rule SELECTOR = object(Map.of(), Map.of("matchLabels", LABELS));
    private static final Rule CIDR = text(text -> Cidr.parse((String) text).isPresent());
    private static final Rule CIDR_SET = listOf(object(Map.of("cidr", CIDR), Map.of("except", listOf(CIDR))));
    private static final Rule TRUTH = (value, path, problems) -> {
        if (!(value instanceof Boolean)) {
            problems.add(path + " is no truth");
        }
    };
    private static final Rule NUMBER = (value, path, problems) -> {
        if (!(value instanceof Integer number) || number < 1 || number > 65_535) {
            problems.add(path + " is no port");
        }
    };
    private static final Rule PROTOCOL = oneOf("TCP", "UDP", "SCTP");

    private static final Rule CILIUM_PORTS = listOf(object(
            Map.of(
                    "ports",
                    listOf(object(
                            Map.of(
                                    "port",
                                    text(text -> ((String) text).matches("[1-9][0-9]{0,4}")),
                                    "protocol",
                                    PROTOCOL),
                            Map.of()))),
            Map.of(
                    "rules",
                    object(Map.of("dns", listOf(object(Map.of("matchPattern", oneOf("*")), Map.of()))), Map.of()))));
    private static final Rule ENTITIES = listOf(oneOf("kube-apiserver", "host"));

    private static final Rule CILIUM_SPEC = object(
            Map.of(
                    "endpointSelector",
                    SELECTOR,
                    "enableDefaultDeny",
                    object(Map.of("ingress", TRUTH, "egress", TRUTH), Map.of())),
            Map.of(
                    "ingress",
                    listOf(onePeerKind(Map.of(
                            "fromEndpoints", listOf(SELECTOR), "fromCIDRSet", CIDR_SET, "fromEntities", ENTITIES))),
                    "egress",
                    listOf(onePeerKind(Map.of(
                            "toEndpoints",
                            listOf(SELECTOR),
                            "toCIDRSet",
                            CIDR_SET,
                            "toEntities",
                            ENTITIES,
                            "toFQDNs",
                            listOf(object(
                                    Map.of("matchName", text(text -> ((String) text).matches("[a-z0-9.-]+"))),
                                    Map.of())))))));

    private static final Rule CORE_PORTS = listOf(object(Map.of("port", NUMBER, "protocol", PROTOCOL), Map.of()));
    private static final Rule CORE_PEERS = listOf(object(
            Map.of(),
            Map.of(
                    "podSelector",
                    SELECTOR,
                    "namespaceSelector",
                    SELECTOR,
                    "ipBlock",
                    object(Map.of("cidr", CIDR), Map.of("except", listOf(CIDR))))));
    private static final Rule CALICO_SPEC = object(
            Map.of(
                    "stagedAction",
                    oneOf("Set", "Delete", "Learn", "Ignore"),
                    "podSelector",
                    SELECTOR,
                    "policyTypes",
                    listOf(oneOf("Ingress", "Egress"))),
            Map.of(
                    "ingress",
                    listOf(object(Map.of("from", CORE_PEERS, "ports", CORE_PORTS), Map.of())),
                    "egress",
                    listOf(object(Map.of("to", CORE_PEERS, "ports", CORE_PORTS), Map.of()))));

    private PolicySchema() {}

    /** What is wrong with a policy, by path. */
    static List<String> problems(Map<String, Object> policy) {
        List<String> problems = new ArrayList<>();
        switch (policy.get("apiVersion") + "/" + policy.get("kind")) {
            case "cilium.io/v2/CiliumNetworkPolicy" -> resource(CILIUM_SPEC).check(policy, "", problems);
            case "projectcalico.org/v3/StagedKubernetesNetworkPolicy" ->
                resource(CALICO_SPEC).check(policy, "", problems);
            default -> problems.add("kind is not known");
        }
        return problems;
    }

    private static Rule resource(Rule spec) {
        Rule any = (value, path, problems) -> {};
        Rule name = text(text -> ((String) text).matches("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?"));
        Rule metadata = object(
                Map.of("name", name, "namespace", name, "labels", LABELS),
                Map.of(
                        "annotations",
                        object(
                                Map.of(),
                                Map.of("maskwire.io/edges", text(text -> ((String) text).startsWith("sha256:"))))));
        return object(Map.of("apiVersion", any, "kind", any, "metadata", metadata, "spec", spec), Map.of());
    }

    /** A rule that is empty, or names one kind of peer and ports: the others can't stand beside it. */
    private static Rule onePeerKind(Map<String, Rule> kinds) {
        Map<String, Rule> fields = new LinkedHashMap<>(kinds);
        fields.put("toPorts", CILIUM_PORTS);
        return (value, path, problems) -> {
            object(Map.of(), fields).check(value, path, problems);
            if (value instanceof Map<?, ?> map && !map.isEmpty()) {
                Set<String> named = new TreeSet<>(kinds.keySet());
                named.retainAll(map.keySet());
                if (named.size() != 1 || !map.containsKey("toPorts")) {
                    problems.add(path + " must have ports and one kind of peer");
                }
            }
        };
    }

    private static Rule object(Map<String, Rule> required, Map<String, Rule> optional) {
        return (value, path, problems) -> {
            if (!(value instanceof Map<?, ?> map)) {
                problems.add(path + " is no map");
                return;
            }
            required.keySet().stream()
                    .filter(key -> !map.containsKey(key))
                    .forEach(key -> problems.add(path + "." + key + " is missing"));
            map.forEach((key, inner) -> {
                Rule rule = required.getOrDefault(key, optional.get(key));
                if (rule == null) {
                    problems.add(path + "." + key + " is unknown");
                } else {
                    rule.check(inner, path + "." + key, problems);
                }
            });
        };
    }

    private static Rule listOf(Rule item) {
        return (value, path, problems) -> {
            if (!(value instanceof List<?> list) || list.isEmpty()) {
                problems.add(path + " is no list with anything in it");
                return;
            }
            for (int i = 0; i < list.size(); i++) {
                item.check(list.get(i), path + "[" + i + "]", problems);
            }
        };
    }

    private static Rule text(Predicate<Object> syntax) {
        return (value, path, problems) -> {
            if (!(value instanceof String) || !syntax.test(value)) {
                problems.add(path + " is no such text");
            }
        };
    }

    private static Rule oneOf(String... words) {
        return text(text -> List.of(words).contains(text));
    }

    /** Label values as the API server takes them. */
    private static final class ApiLabels {

        static boolean isValue(String text) {
            return text.isEmpty() || text.matches("[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?");
        }
    }
}
