package io.maskwire.networkpolicy.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Small clusters thrown by a seed, as the text of manifests: few names, so that selectors often match. */
final class RandomCluster {

    static final List<String> OUTSIDE = List.of("203.0.113.1", "203.0.113.130", "10.1.0.9", "2001:db8::1");
    static final List<Integer> PORTS = List.of(79, 80, 8080);

    private static final List<String> NAMESPACES = List.of("shop", "pay", "ops");
    private static final List<String> BLOCKS = List.of(
            "0.0.0.0/0",
            "10.0.0.0/8 except 10.1.0.0/16",
            "10.1.0.0/24",
            "203.0.113.0/24 except 203.0.113.128/25",
            "203.0.113.0/24",
            "203.0.113.1/32",
            "::/0 except 2001:db8::/32",
            "2001:db8::/32");

    /**
     * One of its pods.
     *
     * @param ports by name and protocol
     */
    record Pod(String namespace, String name, Map<String, String> labels, String address, Map<String, Integer> ports) {}

    private final Random random;
    private final List<Pod> pods = new ArrayList<>();
    private final Map<String, Map<String, String>> namespaces = new TreeMap<>();
    private final List<String> policies = new ArrayList<>();

    RandomCluster(long seed) {
        this.random = new Random(seed);
        for (String name : NAMESPACES.subList(0, 2 + random.nextInt(2))) {
            namespaces.put(name, labels("team"));
        }
        int size = 2 + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            pods.add(pod("p" + i));
        }
        int most = random.nextInt(5);
        for (int i = 0; i < most; i++) {
            policies.add(policy("n" + i));
        }
    }

    List<Pod> pods() {
        return pods;
    }

    Map<String, Map<String, String>> namespaces() {
        return namespaces;
    }

    List<String> policies() {
        return policies;
    }

    /** Everything in one text. */
    String manifests() {
        List<String> documents = new ArrayList<>(policies);
        namespaces.forEach((name, labels) -> documents.add(
                "{apiVersion: v1, kind: Namespace, metadata: {name: " + name + ", labels: " + flow(labels) + "}}"));
        pods.forEach(pod -> documents.add(manifest(pod)));
        return String.join("\n---\n", documents) + "\n";
    }

    private static String manifest(Pod pod) {
        List<String> ports = new ArrayList<>();
        pod.ports().forEach((name, number) -> {
            int slash = name.indexOf('/');
            ports.add("{name: " + name.substring(0, slash) + ", protocol: " + name.substring(slash + 1)
                    + ", containerPort: " + number + "}");
        });
        return "{apiVersion: v1, kind: Pod, metadata: {name: " + pod.name() + ", namespace: " + pod.namespace()
                + ", labels: " + flow(pod.labels()) + "}, spec: {containers: [{name: c, ports: " + ports + "}]}"
                + (pod.address().isEmpty() ? "" : ", status: {podIPs: [{ip: \"" + pod.address() + "\"}]}") + "}";
    }

    private static String flow(Map<String, String> labels) {
        List<String> pairs = labels.entrySet().stream()
                .map(label -> label.getKey() + ": " + label.getValue())
                .toList();
        return "{" + String.join(", ", pairs) + "}";
    }

    private Pod pod(String name) {
        Map<String, Integer> ports = new TreeMap<>();
        if (random.nextBoolean()) {
            ports.put("http/" + protocol(), pick(List.of(80, 8080)));
        }
        if (random.nextInt(4) == 0) {
            ports.put("dns/UDP", 79);
        }
        String address =
                pick(List.of("", "10.1.0." + pods.size(), "10.2.0." + pods.size(), "2001:db8::5" + pods.size()));
        return new Pod(pick(List.copyOf(namespaces.keySet())), name, labels("app"), address, ports);
    }

    private Map<String, String> labels(String key) {
        Map<String, String> labels = new TreeMap<>();
        if (random.nextInt(5) > 0) {
            labels.put(key, pick(List.of("a", "b")));
        }
        if (random.nextInt(3) == 0) {
            labels.put("tier", pick(List.of("a", "b")));
        }
        return labels;
    }

    private String policy(String name) {
        List<String> spec = new ArrayList<>();
        spec.add("podSelector: " + selector("app"));
        switch (random.nextInt(5)) {
            case 0 -> spec.add("policyTypes: [Ingress]");
            case 1 -> spec.add("policyTypes: [Egress]");
            case 2 -> spec.add("policyTypes: [Egress, Ingress]");
            case 3 -> spec.add("policyTypes: []");
            default -> {}
        }
        rules("ingress", "from").addTo(spec);
        rules("egress", "to").addTo(spec);
        return "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: " + name + ", namespace: "
                + pick(List.copyOf(namespaces.keySet())) + "}, spec: {" + String.join(", ", spec) + "}}";
    }

    /** A field that may be there. */
    private record Maybe(String text) {

        void addTo(List<String> fields) {
            if (!text.isEmpty()) {
                fields.add(text);
            }
        }
    }

    private Maybe rules(String direction, String peers) {
        return list(direction, 3, () -> {
            List<String> rule = new ArrayList<>();
            list(peers, 3, this::peer).addTo(rule);
            list("ports", 3, this::port).addTo(rule);
            return "{" + String.join(", ", rule) + "}";
        });
    }

    /** A list that is left out, empty or has items. */
    private Maybe list(String key, int most, Supplier<String> item) {
        if (random.nextInt(4) == 0) {
            return new Maybe("");
        }
        List<String> items = new ArrayList<>();
        for (int i = random.nextInt(most); i > 0; i--) {
            items.add(item.get());
        }
        return new Maybe(key + ": " + items);
    }

    private String peer() {
        return switch (random.nextInt(4)) {
            case 0 -> "{podSelector: " + selector("app") + "}";
            case 1 -> "{namespaceSelector: " + selector("team") + "}";
            case 2 -> "{namespaceSelector: " + selector("team") + ", podSelector: " + selector("app") + "}";
            default -> "{ipBlock: " + block() + "}";
        };
    }

    private String block() {
        String[] parts = pick(BLOCKS).split(" except ", -1);
        return "{cidr: \"" + parts[0] + "\"" + (parts.length > 1 ? ", except: [\"" + parts[1] + "\"]" : "") + "}";
    }

    private String selector(String key) {
        String value = pick(List.of("a", "b"));
        return switch (random.nextInt(8)) {
            case 0 -> "{}";
            case 1 -> "{matchExpressions: [{key: " + key + ", operator: NotIn, values: [" + value + "]}]}";
            case 2 -> "{matchExpressions: [{key: tier, operator: Exists}]}";
            case 3 ->
                "{matchExpressions: [{key: tier, operator: DoesNotExist}], matchLabels: {" + key + ": " + value + "}}";
            case 4 -> "{matchExpressions: [{key: " + key + ", operator: In, values: [a, b]}]}";
            case 5 -> "{matchLabels: {kubernetes.io/metadata.name: " + pick(NAMESPACES) + "}}";
            default -> "{matchLabels: {" + key + ": " + value + "}}";
        };
    }

    private String port() {
        String protocol = random.nextBoolean() ? "" : "protocol: " + protocol();
        String port = pick(List.of(
                "",
                "port: 80",
                "port: 8080",
                "port: http",
                "port: dns",
                "port: 79, endPort: 80",
                "port: 80, endPort: 9000"));
        return "{" + port + (port.isEmpty() || protocol.isEmpty() ? "" : ", ") + protocol + "}";
    }

    private String protocol() {
        return pick(List.of("TCP", "TCP", "UDP", "SCTP"));
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
