package io.maskwire.networkpolicy.lint;

import io.maskwire.declaration.Protocol;
import io.maskwire.networkpolicy.FindingRule;
import io.maskwire.networkpolicy.manifest.Direction;
import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import io.maskwire.networkpolicy.manifest.PolicyPeer;
import io.maskwire.networkpolicy.manifest.PolicyRule;
import io.maskwire.networkpolicy.manifest.Selector;
import io.maskwire.networkpolicy.manifest.Workload;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Mistakes in how pods reach DNS. */
final class DnsRules {

    private static final Map<String, String> DNS_PODS = Map.of("k8s-app", "kube-dns");
    private static final String OPEN_DNS = "open UDP and TCP 53 to pods with k8s-app=kube-dns of kube-system";
    private static final String TO_CACHE =
            "to the address the cache listens on, such as ipBlock: {cidr: 169.254.20.10/32}";
    private static final String OPEN_CACHE = "open UDP and TCP 53 " + TO_CACHE;

    private final NetworkPolicy policy;
    private final Surroundings around;
    private final PolicyReport report;
    private final DnsPeers peers;

    private DnsRules(NetworkPolicy policy, Surroundings around, PolicyReport report) {
        this.policy = policy;
        this.around = around;
        this.report = report;
        this.peers = new DnsPeers(policy, around);
    }

    static void check(NetworkPolicy policy, Surroundings around, PolicyReport report) {
        if (policy.isolates(Direction.EGRESS)) {
            DnsRules rules = new DnsRules(policy, around, report);
            rules.missing();
            rules.protocols();
            rules.onTheNode();
            rules.named().forEach(rules::labels);
        }
    }

    /** The rules that name the port of DNS. */
    private List<PolicyRule> named() {
        return policy.rules(Direction.EGRESS).stream()
                .filter(rule -> !DnsPorts.named(rule).isEmpty())
                .toList();
    }

    /** Pods that connect to somebody need names, unless another policy for them opens DNS. */
    private void missing() {
        boolean connects = policy.rules(Direction.EGRESS).stream()
                .anyMatch(rule -> DnsPorts.named(rule).isEmpty());
        boolean opened = rulesForThesePods()
                .anyMatch(rule -> !DnsPorts.named(rule).isEmpty() || DnsPorts.among(rule) && peers.couldBe(rule));
        if (connects && !opened) {
            report.add(
                    FindingRule.DNS_MISSING,
                    policy.metadata().place(),
                    "opens egress, but not to DNS",
                    around.nodeLocalDns().isPresent() ? OPEN_DNS + ", and " + TO_CACHE : OPEN_DNS);
        }
    }

    /** The egress rules of this policy, and of others that hold for all its pods too. */
    private Stream<PolicyRule> rulesForThesePods() {
        return around.policies(policy.metadata().name().namespace()).stream()
                .filter(other -> other.equals(policy) || holdsFor(other))
                .filter(other -> other.isolates(Direction.EGRESS))
                .flatMap(other -> other.rules(Direction.EGRESS).stream());
    }

    /** Whether another policy certainly selects all pods that this one does. */
    private boolean holdsFor(NetworkPolicy other) {
        return other.podSelector().isEmpty()
                || !policy.podSelector().isEmpty()
                        && other.podSelector().matches(policy.podSelector().matchLabels())
                        && policy.podSelector().matchExpressions().isEmpty();
    }

    private void protocols() {
        Set<Protocol> opened = EnumSet.noneOf(Protocol.class);
        named().forEach(rule -> opened.addAll(DnsPorts.named(rule)));
        if (!opened.isEmpty() && !opened.containsAll(Set.of(Protocol.TCP, Protocol.UDP))) {
            report.add(
                    FindingRule.DNS_ONE_PROTOCOL,
                    named().get(0).place(),
                    "opens DNS over " + (opened.contains(Protocol.UDP) ? "UDP" : "TCP") + " alone",
                    "write both ports: {port: 53, protocol: UDP} and {port: 53, protocol: TCP}");
        }
    }

    /** A cache on each node's network is found by its address: no selector is sure to mean it. */
    private void onTheNode() {
        boolean byAddress = rulesForThesePods()
                .anyMatch(rule -> DnsPorts.among(rule) && (rule.isForEverybody() || DnsPeers.hasAddresses(rule)));
        if (byAddress) {
            return;
        }
        Optional<PolicyPeer> labelled = named().stream()
                .flatMap(rule -> rule.peers().orElse(List.of()).stream())
                .filter(peers::isOnTheNode)
                .findFirst();
        Optional<Workload> cache = around.nodeLocalDns();
        if (labelled.isPresent()) {
            report.add(
                    FindingRule.DNS_NODE_LOCAL,
                    labelled.get().place(),
                    "opens DNS to pods in the node's network by their labels, which no plugin is sure to match",
                    OPEN_CACHE);
        } else if (cache.isPresent() && !named().isEmpty()) {
            report.add(
                    FindingRule.DNS_NODE_LOCAL,
                    named().get(0).place(),
                    "opens DNS to pods only, and " + Texts.of(cache.get()) + " answers in each node's network",
                    OPEN_CACHE);
        }
    }

    private void labels(PolicyRule rule) {
        for (PolicyPeer peer : rule.peers().orElse(List.of())) {
            Optional<Selector> pods = peer instanceof PolicyPeer.Pods found ? found.pods() : Optional.empty();
            boolean more = pods.filter(
                            selector -> selector.matchLabels().entrySet().containsAll(DNS_PODS.entrySet())
                                    && (selector.matchLabels().size() > 1
                                            || !selector.matchExpressions().isEmpty()))
                    .isPresent();
            if (more) {
                report.add(
                        FindingRule.DNS_LABELS,
                        peer.place(),
                        "selects the DNS pods by more than k8s-app=kube-dns",
                        "select them by that label alone");
            }
        }
    }
}
