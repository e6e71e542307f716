package io.maskwire.networkpolicy.cluster;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Judges connections one by one by the comments of the API's types ({@code networking.k8s.io/v1}), deliberately naive and
 * independently of everything in the main code: reads finished YAML as clients do, asks every policy about every
 * connection, and knows nothing of declarations, classes or intervals. What the API leaves undefined, an address block
 * that matches a pod, counts as open: the side that would let a mistake pass unseen is never taken.
 */
public final class PolicyEvaluator {

    /**
     * A pod, or with an empty namespace an address outside.
     *
     * @param address its addresses, joined by commas; empty if they are not known
     * @param ports the numbers of its ports by name and protocol, such as {@code http/TCP}
     */
    public record Endpoint(String namespace, Map<String, String> labels, String address, Map<String, Integer> ports) {

        public Endpoint(String namespace, Map<String, String> labels, String address) {
            this(namespace, labels, address, Map.of());
        }

        public static Endpoint outside(String address) {
            return new Endpoint("", Map.of(), address);
        }

        public boolean isPod() {
            return !namespace.isEmpty();
        }
    }

    private static final Map<String, byte[]> BYTES = new ConcurrentHashMap<>();

    private final List<Map<String, Object>> policies;
    private final Map<String, Map<String, String>> namespaces;

    public PolicyEvaluator(Collection<String> documents) {
        this(documents.stream().map(PolicyEvaluator::load).toList(), Map.of());
    }

    /** With the labels of namespaces, by name. */
    PolicyEvaluator(List<Map<String, Object>> policies, Map<String, Map<String, String>> namespaces) {
        this.policies = policies;
        this.namespaces = namespaces;
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> load(String document) {
        return (Map<String, Object>) new Yaml(new SafeConstructor(new LoaderOptions())).load(document);
    }

    /** A connection needs egress of its source and ingress of its destination; a pod always reaches itself. */
    public boolean allows(Endpoint from, Endpoint to, int port, String protocol) {
        return from.equals(to) || egress(from, to, port, protocol) && ingress(from, to, port, protocol);
    }

    public boolean egress(Endpoint from, Endpoint to, int port, String protocol) {
        return side("Egress", "egress", "to", from, to, to, port, protocol);
    }

    public boolean ingress(Endpoint from, Endpoint to, int port, String protocol) {
        return side("Ingress", "ingress", "from", to, from, to, port, protocol);
    }

    /** A pod that no policy of a direction selects is open in it; else the union of all that select it decides. */
    private boolean side(
            String type,
            String rules,
            String peers,
            Endpoint self,
            Endpoint other,
            Endpoint receiver,
            int port,
            String protocol) {
        if (!self.isPod()) {
            return true;
        }
        boolean isolated = false;
        for (Map<String, Object> policy : policies) {
            if (selects(policy, self) && types(policy).contains(type)) {
                isolated = true;
                for (Object one : list(spec(policy), rules)) {
                    Map<String, Object> rule = map(one);
                    if (anyPort(list(rule, "ports"), receiver, port, protocol)
                            && anyPeer(policy, list(rule, peers), other)) {
                        return true;
                    }
                }
            }
        }
        return !isolated;
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
    private boolean anyPeer(Map<String, Object> policy, List<?> peers, Endpoint other) {
        return peers.isEmpty() || peers.stream().anyMatch(peer -> peer(policy, map(peer), other));
    }

    private boolean peer(Map<String, Object> policy, Map<String, Object> peer, Endpoint other) {
        boolean hasNamespace = peer.get("namespaceSelector") != null;
        boolean hasPods = peer.get("podSelector") != null;
        if (peer.get("ipBlock") != null) {
            check(!hasNamespace && !hasPods, "ipBlock stands alone");
            return block(map(peer.get("ipBlock")), other.address());
        }
        check(hasNamespace || hasPods, "a peer needs one of its fields");
        boolean inNamespace = hasNamespace
                ? other.isPod() && matches(peer.get("namespaceSelector"), labelsOf(other.namespace()))
                : namespace(policy).equals(other.namespace());
        return other.isPod() && inNamespace && (!hasPods || matches(peer.get("podSelector"), other.labels()));
    }

    /** The server labels every namespace with its name. */
    private Map<String, String> labelsOf(String namespace) {
        Map<String, String> labels = new HashMap<>(namespaces.getOrDefault(namespace, Map.of()));
        labels.put("kubernetes.io/metadata.name", namespace);
        return labels;
    }

    /** Ports absent or empty mean every port; a port without a protocol is TCP. */
    private static boolean anyPort(List<?> ports, Endpoint receiver, int number, String protocol) {
        return ports.isEmpty()
                || ports.stream().map(PolicyEvaluator::map).anyMatch(port -> port(port, receiver, number, protocol));
    }

    /** A name is one of the ports of the pod that receives. */
    private static boolean port(Map<String, Object> port, Endpoint receiver, int number, String protocol) {
        Object first = port.get("port");
        boolean sameProtocol = protocol.equals(Objects.requireNonNullElse(port.get("protocol"), "TCP"));
        if (first instanceof String name) {
            return sameProtocol && Objects.equals(receiver.ports().get(name + "/" + protocol), number);
        }
        int last = (int) Objects.requireNonNullElse(port.get("endPort"), Objects.requireNonNullElse(first, 0));
        return sameProtocol && (first == null || number >= (int) first && number <= last);
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

    /** One of its addresses is in the block and in none of the exceptions. */
    private static boolean block(Map<String, Object> block, String addresses) {
        for (String address : addresses.split(",", -1)) {
            if (contains((String) block.get("cidr"), address)
                    && list(block, "except").stream().noneMatch(cidr -> contains((String) cidr, address))) {
                return true;
            }
        }
        return false;
    }

    static boolean contains(String cidr, String address) {
        if (address.isEmpty()) {
            return false;
        }
        int slash = cidr.indexOf('/');
        byte[] base = bytes(cidr.substring(0, slash));
        byte[] other = bytes(address);
        int behind = base.length * 8 - Integer.parseInt(cidr.substring(slash + 1));
        return base.length == other.length
                && new BigInteger(1, base).shiftRight(behind).equals(new BigInteger(1, other).shiftRight(behind));
    }

    private static byte[] bytes(String address) {
        return BYTES.computeIfAbsent(address, PolicyEvaluator::parsed);
    }

    private static byte[] parsed(String address) {
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
