package io.maskwire.networkpolicy.lint;

import io.maskwire.declaration.Protocol;
import io.maskwire.networkpolicy.FindingRule;
import io.maskwire.networkpolicy.manifest.Direction;
import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import io.maskwire.networkpolicy.manifest.PolicyPeer;
import io.maskwire.networkpolicy.manifest.PolicyPort;
import io.maskwire.networkpolicy.manifest.PolicyRule;
import io.maskwire.networkpolicy.manifest.PortRef;
import io.maskwire.networkpolicy.manifest.Selector;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Mistakes in how pods reach DNS. */
final class DnsRules {

    private static final int DNS = 53;
    private static final Map<String, String> DNS_PODS = Map.of("k8s-app", "kube-dns");

    private final NetworkPolicy policy;
    private final Surroundings around;
    private final PolicyReport report;

    private DnsRules(NetworkPolicy policy, Surroundings around, PolicyReport report) {
        this.policy = policy;
        this.around = around;
        this.report = report;
    }

    static void check(NetworkPolicy policy, Surroundings around, PolicyReport report) {
        if (policy.isolates(Direction.EGRESS)) {
            DnsRules rules = new DnsRules(policy, around, report);
            rules.missing();
            rules.protocols();
            policy.rules(Direction.EGRESS).stream()
                    .filter(rule -> !protocols(rule).isEmpty())
                    .forEach(rules::labels);
        }
    }

    /** Pods that connect to somebody need names, unless another policy for them opens DNS. */
    private void missing() {
        boolean connects = policy.rules(Direction.EGRESS).stream().anyMatch(rule -> !isDns(rule));
        boolean opened = around.policies(policy.metadata().name().namespace()).stream()
                .filter(other -> other.equals(policy) || holdsFor(other))
                .filter(other -> other.isolates(Direction.EGRESS))
                .flatMap(other -> other.rules(Direction.EGRESS).stream())
                .anyMatch(rule -> isDns(rule) || rule.isForEveryPort() && reachesOthers(rule));
        if (connects && !opened) {
            report.add(
                    FindingRule.DNS_MISSING,
                    policy.metadata().place(),
                    "opens egress, but not to DNS",
                    "open UDP and TCP 53 to pods with k8s-app=kube-dns of kube-system");
        }
    }

    /** Whether another policy certainly selects all pods that this one does. */
    private boolean holdsFor(NetworkPolicy other) {
        return other.podSelector().isEmpty()
                || !policy.podSelector().isEmpty()
                        && other.podSelector().matches(policy.podSelector().matchLabels())
                        && policy.podSelector().matchExpressions().isEmpty();
    }

    private static boolean reachesOthers(PolicyRule rule) {
        return rule.isForEverybody()
                || rule.peers().orElse(List.of()).stream()
                        .anyMatch(peer -> peer instanceof PolicyPeer.Pods pods
                                && pods.namespaces().isPresent());
    }

    private static boolean isDns(PolicyRule rule) {
        return !protocols(rule).isEmpty();
    }

    /** The protocols in which a rule opens the port of DNS by its number. */
    private static Set<Protocol> protocols(PolicyRule rule) {
        Set<Protocol> protocols = EnumSet.noneOf(Protocol.class);
        rule.ports().orElse(List.of()).stream().filter(DnsRules::isDns).forEach(port -> protocols.add(port.protocol()));
        return protocols;
    }

    private static boolean isDns(PolicyPort port) {
        return port.port()
                .filter(found -> found instanceof PortRef.Numbered number && number.number() == DNS)
                .isPresent();
    }

    private void protocols() {
        Set<Protocol> opened = EnumSet.noneOf(Protocol.class);
        policy.rules(Direction.EGRESS).forEach(rule -> opened.addAll(protocols(rule)));
        Optional<PolicyRule> rule =
                policy.rules(Direction.EGRESS).stream().filter(DnsRules::isDns).findFirst();
        if (rule.isPresent() && !opened.containsAll(Set.of(Protocol.TCP, Protocol.UDP))) {
            report.add(
                    FindingRule.DNS_ONE_PROTOCOL,
                    rule.get().place(),
                    "opens DNS over " + (opened.contains(Protocol.UDP) ? "UDP" : "TCP") + " alone",
                    "write both ports: {port: 53, protocol: UDP} and {port: 53, protocol: TCP}");
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
