package io.maskwire.networkpolicy;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Judges connections by the comments of the API's types ({@code networking.k8s.io/v1}), independently of the generator:
 * reads finished YAML as clients do and knows nothing of declarations. What the API leaves undefined, an address block
 * that matches a pod, counts as open: the side that would let a mistake pass unseen is never taken.
 */
final class PolicyEvaluator {

    /** A pod, or with an empty namespace an address outside. */
    record Endpoint(String namespace, Map<String, String> labels, String address) {

        static Endpoint outside(String address) {
            return new Endpoint("", Map.of(), address);
        }

        boolean isPod() {
            return !namespace.isEmpty();
        }
    }

    private final List<Map<String, Object>> policies;

    PolicyEvaluator(Collection<String> documents) {
        this.policies = documents.stream().map(PolicyEvaluator::load).toList();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> load(String document) {
        return (Map<String, Object>) new Yaml(new SafeConstructor(new LoaderOptions())).load(document);
    }

    /** A connection needs egress of its source and ingress of its destination. */
    boolean allows(Endpoint from, Endpoint to, int port, String protocol) {
        return egress(from, to, port, protocol) && ingress(from, to, port, protocol);
    }

    boolean egress(Endpoint from, Endpoint to, int port, String protocol) {
        return side("Egress", "egress", "to", from, to, port, protocol);
    }

    boolean ingress(Endpoint from, Endpoint to, int port, String protocol) {
        return side("Ingress", "ingress", "from", to, from, port, protocol);
    }

    /** A pod that no policy of a direction selects is open in it; else the union of all that select it decides. */
    private boolean side(
            String type, String rules, String peers, Endpoint self, Endpoint other, int port, String protocol) {
        if (!self.isPod()) {
            return true;
        }
        List<Map<String, Object>> selecting = policies.stream()
                .filter(policy -> selects(policy, self) && types(policy).contains(type))
                .toList();
        return selecting.isEmpty()
                || selecting.stream()
                        .flatMap(policy -> list(spec(policy), rules).stream().map(rule -> new Object[] {policy, rule}))
                        .anyMatch(pair -> {
                            Map<String, Object> rule = map(pair[1]);
                            return anyPeer(map(pair[0]), list(rule, peers), other)
                                    && anyPort(list(rule, "ports"), port, protocol);
                        });
    }

    private static boolean selects(Map<String, Object> policy, Endpoint pod) {
        return namespace(policy).equals(pod.namespace()) && matches(spec(policy).get("podSelector"), pod.labels());
    }

    /** Left out, the types are Ingress, and Egress only if there are egress rules. */
    private static Collection<?> types(Map<String, Object> policy) {
        Collection<?> declared = list(spec(policy), "policyTypes");
        if (!declared.isEmpty()) {
            return declared;
        }
        return list(spec(policy), "egress").isEmpty() ? List.of("Ingress") : List.of("Ingress", "Egress");
    }

    /** Peers absent or empty mean everybody. */
    private static boolean anyPeer(Map<String, Object> policy, List<?> peers, Endpoint other) {
        return peers.isEmpty() || peers.stream().anyMatch(peer -> peer(policy, map(peer), other));
    }

    private static boolean peer(Map<String, Object> policy, Map<String, Object> peer, Endpoint other) {
        boolean hasNamespace = peer.containsKey("namespaceSelector");
        boolean hasPods = peer.containsKey("podSelector");
        if (peer.containsKey("ipBlock")) {
            check(!hasNamespace && !hasPods, "ipBlock stands alone");
            return block(map(peer.get("ipBlock")), other.address());
        }
        check(hasNamespace || hasPods, "a peer needs one of its fields");
        boolean inNamespace = hasNamespace
                ? matches(peer.get("namespaceSelector"), Map.of("kubernetes.io/metadata.name", other.namespace()))
                : namespace(policy).equals(other.namespace());
        return other.isPod() && inNamespace && (!hasPods || matches(peer.get("podSelector"), other.labels()));
    }

    /** Ports absent or empty mean every port; a port without a protocol is TCP. */
    private static boolean anyPort(List<?> ports, int number, String protocol) {
        return ports.isEmpty()
                || ports.stream().map(PolicyEvaluator::map).anyMatch(port -> port(port, number, protocol));
    }

    private static boolean port(Map<String, Object> port, int number, String protocol) {
        Object first = port.get("port");
        check(first == null || first instanceof Integer, "named ports are not judged here");
        int last = (int) Objects.requireNonNullElse(port.get("endPort"), Objects.requireNonNullElse(first, 0));
        boolean inRange = first == null || number >= (int) first && number <= last;
        return inRange && protocol.equals(Objects.requireNonNullElse(port.get("protocol"), "TCP"));
    }

    /** An empty selector matches everything; conditions are all needed. */
    private static boolean matches(Object selector, Map<String, String> labels) {
        Map<String, Object> conditions = map(selector);
        check(
                List.of("matchLabels", "matchExpressions").containsAll(conditions.keySet()),
                "unknown part of a selector");
        boolean exact = Optional.ofNullable(conditions.get("matchLabels"))
                .map(PolicyEvaluator::map)
                .orElse(Map.of())
                .entrySet()
                .stream()
                .allMatch(label -> Objects.equals(labels.get(label.getKey()), label.getValue()));
        return exact
                && list(conditions, "matchExpressions").stream()
                        .map(PolicyEvaluator::map)
                        .allMatch(expression -> expression(expression, labels));
    }

    /** NotIn and DoesNotExist match what lacks the key, too. */
    private static boolean expression(Map<String, Object> expression, Map<String, String> labels) {
        String value = labels.get((String) expression.get("key"));
        List<?> values = list(expression, "values");
        return switch ((String) expression.get("operator")) {
            case "In" -> value != null && values.contains(value);
            case "NotIn" -> value == null || !values.contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> throw new AssertionError("unknown operator");
        };
    }

    private static boolean block(Map<String, Object> block, String address) {
        return contains((String) block.get("cidr"), address)
                && list(block, "except").stream().noneMatch(cidr -> contains((String) cidr, address));
    }

    static boolean contains(String cidr, String address) {
        int slash = cidr.indexOf('/');
        byte[] base = bytes(cidr.substring(0, slash));
        byte[] other = bytes(address);
        int behind = base.length * 8 - Integer.parseInt(cidr.substring(slash + 1));
        return base.length == other.length
                && new BigInteger(1, base).shiftRight(behind).equals(new BigInteger(1, other).shiftRight(behind));
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Object> spec(Map<String, Object> policy) {
        return map(policy.get("spec"));
    }

    private static String namespace(Map<String, Object> policy) {
        return (String) Objects.requireNonNull(map(policy.get("metadata")).get("namespace"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) Objects.requireNonNull(node, "null is not an empty selector");
    }

    private static List<?> list(Map<String, Object> node, String key) {
        return (List<?>) Objects.requireNonNullElse(node.get(key), List.of());
    }

    private static void check(boolean holds, String rule) {
        if (!holds) {
            throw new AssertionError(rule);
        }
    }
}
