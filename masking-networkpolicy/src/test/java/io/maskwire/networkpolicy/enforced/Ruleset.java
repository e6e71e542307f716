package io.maskwire.networkpolicy.enforced;

import io.maskwire.declaration.Protocol;
import io.maskwire.networkpolicy.manifest.Direction;
import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import io.maskwire.networkpolicy.manifest.ObjectName;
import io.maskwire.networkpolicy.manifest.PolicyPeer;
import io.maskwire.networkpolicy.manifest.PolicyPort;
import io.maskwire.networkpolicy.manifest.PolicyRule;
import io.maskwire.networkpolicy.manifest.PortRef;
import io.maskwire.networkpolicy.manifest.ReadService;
import io.maskwire.networkpolicy.manifest.Resources;
import io.maskwire.networkpolicy.manifest.Selector;
import io.maskwire.networkpolicy.manifest.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a network plugin would do with manifests, as rules for {@code nft}: a chain for each pod and direction that a
 * policy isolates, with what is open and a drop at its end; connections to a Service go to its pods in turn, and are judged
 * by the pods' ports. Only for policies by numbered ports.
 */
final class Ruleset {

    private final Resources resources;
    private final Map<ObjectName, String> serviceAddresses;
    private final List<String> chains = new ArrayList<>();

    private Ruleset(Resources resources, Map<ObjectName, String> serviceAddresses) {
        this.resources = resources;
        this.serviceAddresses = serviceAddresses;
    }

    /**
     * The rules for manifests.
     *
     * @param serviceAddresses the address of each Service
     */
    static String of(Resources resources, Map<ObjectName, String> serviceAddresses) {
        return new Ruleset(resources, serviceAddresses).text();
    }

    private String text() {
        String dispatch = dispatch(Direction.EGRESS, "saddr") + dispatch(Direction.INGRESS, "daddr");
        return """
                table ip enforced {
                %schain services {
                type nat hook prerouting priority -100;
                %s}
                chain policies {
                type filter hook forward priority 0; policy accept;
                ct state established,related accept
                %s}
                }
                """.formatted(String.join("", chains), services(), dispatch);
    }

    /** Sends what an isolated pod sends, or what is for it, through its chain. */
    private String dispatch(Direction direction, String address) {
        StringBuilder lines = new StringBuilder();
        for (Workload pod : resources.workloads()) {
            List<NetworkPolicy> isolating = resources.policies().stream()
                    .filter(policy -> policy.isolates(direction) && selects(policy, pod))
                    .toList();
            if (!isolating.isEmpty()) {
                String chain = direction.rules() + chains.size();
                chains.add(chain(chain, direction, isolating));
                lines.append("ip %s %s jump %s%n".formatted(address, address(pod), chain));
            }
        }
        return lines.toString();
    }

    private static boolean selects(NetworkPolicy policy, Workload pod) {
        return policy.metadata().name().namespace().equals(namespace(pod))
                && policy.podSelector().matches(pod.podLabels());
    }

    private String chain(String name, Direction direction, List<NetworkPolicy> isolating) {
        StringBuilder chain = new StringBuilder("chain " + name + " {\n");
        for (NetworkPolicy policy : isolating) {
            for (PolicyRule rule : policy.rules(direction)) {
                for (String peer :
                        peers(rule, direction, policy.metadata().name().namespace())) {
                    for (String port : ports(rule)) {
                        chain.append(peer + " " + port + " return\n");
                    }
                }
            }
        }
        return chain.append("drop\n}\n").toString();
    }

    private List<String> peers(PolicyRule rule, Direction direction, String namespace) {
        String match = direction == Direction.EGRESS ? "ip daddr " : "ip saddr ";
        return rule.isForEverybody()
                ? List.of("")
                : rule.peers().orElseThrow().stream()
                        .map(peer -> peer(peer, match, namespace))
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    /** Empty if nobody is meant. */
    private String peer(PolicyPeer peer, String match, String namespace) {
        if (peer instanceof PolicyPeer.Addresses block) {
            String except = block.except().isEmpty() ? "" : " " + match + "!= " + set(block.except());
            return match + block.block() + except;
        }
        PolicyPeer.Pods pods = (PolicyPeer.Pods) peer;
        List<String> addresses = resources.workloads().stream()
                .filter(pod -> pods.namespaces()
                        .map(selector -> selector.matches(labelsOf(namespace(pod))))
                        .orElse(namespace.equals(namespace(pod))))
                .filter(pod -> matches(pods.pods().orElse(null), pod))
                .map(Ruleset::address)
                .toList();
        return addresses.isEmpty() ? "" : match + set(addresses);
    }

    private static boolean matches(Selector selector, Workload pod) {
        return selector == null || selector.matches(pod.podLabels());
    }

    /** The server labels every namespace with its name. */
    private Map<String, String> labelsOf(String namespace) {
        Map<String, String> labels = new TreeMap<>();
        resources.namespaces().stream()
                .filter(read -> read.name().equals(namespace))
                .forEach(read -> labels.putAll(read.labels()));
        labels.put("kubernetes.io/metadata.name", namespace);
        return labels;
    }

    private static List<String> ports(PolicyRule rule) {
        return rule.isForEveryPort()
                ? List.of("meta l4proto { tcp, udp, sctp }")
                : rule.ports().orElseThrow().stream().map(Ruleset::port).toList();
    }

    private static String port(PolicyPort port) {
        String protocol = lower(port.protocol());
        return port.port()
                .map(first -> protocol + " dport " + number(first)
                        + port.endPort().map(last -> "-" + last).orElse(""))
                .orElse("meta l4proto " + protocol);
    }

    private static int number(PortRef port) {
        if (port instanceof PortRef.Numbered numbered) {
            return numbered.number();
        }
        throw new AssertionError("a generated policy has a port by name: " + port);
    }

    private String services() {
        StringBuilder lines = new StringBuilder();
        for (ReadService service : resources.services()) {
            List<String> pods =
                    behind(service, resources).stream().map(Ruleset::address).toList();
            for (ReadService.Port port : service.ports()) {
                lines.append("ip daddr %s %s dport %d dnat to numgen inc mod %d map %s : %d%n"
                        .formatted(
                                serviceAddresses.get(service.metadata().name()),
                                lower(port.protocol()),
                                port.port(),
                                pods.size(),
                                numbered(pods),
                                target(port)));
            }
        }
        return lines.toString();
    }

    private static String numbered(List<String> pods) {
        List<String> elements = new ArrayList<>();
        pods.forEach(address -> elements.add(elements.size() + " : " + address));
        return set(elements);
    }

    /** The pods of a Service. */
    static List<Workload> behind(ReadService service, Resources resources) {
        return resources.workloads().stream()
                .filter(pod -> service.metadata().name().namespace().equals(namespace(pod))
                        && pod.podLabels()
                                .entrySet()
                                .containsAll(service.selector().entrySet()))
                .toList();
    }

    /** The port that its pods have. */
    static int target(ReadService.Port port) {
        return port.target().map(Ruleset::number).orElse(port.port());
    }

    private static String set(List<?> elements) {
        return elements.stream().map(Object::toString).collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String lower(Protocol protocol) {
        return switch (protocol) {
            case TCP -> "tcp";
            case UDP -> "udp";
            case SCTP -> "sctp";
        };
    }

    private static String namespace(Workload pod) {
        return pod.metadata().name().namespace();
    }

    private static String address(Workload pod) {
        return pod.addresses().get(0);
    }
}
