package io.maskwire.networkpolicy.lint;

import io.maskwire.networkpolicy.FindingRule;
import io.maskwire.networkpolicy.api.Shown;
import io.maskwire.networkpolicy.manifest.Direction;
import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import io.maskwire.networkpolicy.manifest.PolicyPeer;
import io.maskwire.networkpolicy.manifest.PolicyPort;
import io.maskwire.networkpolicy.manifest.PolicyRule;
import io.maskwire.networkpolicy.manifest.Selector;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Mistakes that a policy shows by itself. */
final class ShapeRules {

    private static final Set<String> VOLATILE = Set.of(
            "pod-template-hash",
            "pod-template-generation",
            "controller-revision-hash",
            "controller-uid",
            "job-name",
            "batch.kubernetes.io/controller-uid",
            "batch.kubernetes.io/job-name",
            "statefulset.kubernetes.io/pod-name",
            "apps.kubernetes.io/pod-index",
            "app.kubernetes.io/version",
            "helm.sh/chart",
            "chart",
            "version");

    private final NetworkPolicy policy;
    private final Surroundings around;
    private final PolicyReport report;

    private ShapeRules(NetworkPolicy policy, Surroundings around, PolicyReport report) {
        this.policy = policy;
        this.around = around;
        this.report = report;
    }

    static void check(NetworkPolicy policy, Surroundings around, PolicyReport report) {
        ShapeRules rules = new ShapeRules(policy, around, report);
        rules.types();
        rules.metadata();
        rules.egressOpen();
        rules.labels();
        for (Direction direction : Direction.values()) {
            if (policy.isolates(direction)) {
                policy.rules(direction).forEach(rule -> rules.rule(direction, rule));
            }
        }
    }

    private void types() {
        if (policy.policyTypes().isEmpty() || policy.policyTypes().get().isEmpty()) {
            boolean wantsEgress = policy.egress().isPresent();
            report.add(
                    FindingRule.NO_POLICY_TYPES,
                    policy.metadata().place(),
                    "has no policyTypes"
                            + (wantsEgress && !policy.isolates(Direction.EGRESS)
                                    ? ": its empty egress denies nothing"
                                    : policy.ingress().isEmpty() && wantsEgress
                                            ? ": it denies all ingress, though it speaks of egress only"
                                            : ""),
                    "write policyTypes: [Ingress], [Egress] or both, as it is meant");
            return;
        }
        for (Direction direction : Direction.values()) {
            boolean written = (direction == Direction.INGRESS ? policy.ingress() : policy.egress()).isPresent();
            if (written && !policy.isolates(direction)) {
                report.add(
                        FindingRule.DEAD_SECTION,
                        policy.metadata().place(),
                        "has a section " + direction.rules() + ", but its policyTypes don't name " + direction.type(),
                        "add " + direction.type() + " to policyTypes, or remove the section");
            }
        }
    }

    private void metadata() {
        around.noNamespace(policy)
                .ifPresent(finding -> report.add(
                        FindingRule.NO_NAMESPACE,
                        finding.place(),
                        "names no namespace",
                        "write metadata.namespace, so that it can't land in another one"));
        around.noSelector(policy)
                .ifPresent(finding -> report.add(
                        FindingRule.NO_SELECTOR,
                        finding.place(),
                        "has no podSelector, so it is for every pod of its namespace",
                        "write podSelector, or podSelector: {} if every pod is meant"));
    }

    private static boolean deniesByDefault(NetworkPolicy policy, Direction direction) {
        return policy.podSelector().isEmpty()
                && policy.isolates(direction)
                && policy.rules(direction).isEmpty();
    }

    private void egressOpen() {
        boolean closed = around.policies(policy.metadata().name().namespace()).stream()
                .anyMatch(other -> other.podSelector().isEmpty() && other.isolates(Direction.EGRESS));
        if (deniesByDefault(policy, Direction.INGRESS) && !closed) {
            report.add(
                    FindingRule.EGRESS_OPEN,
                    policy.metadata().place(),
                    "denies ingress by default, and no policy for every pod of the namespace denies egress",
                    "write policyTypes: [Ingress, Egress], and open what the pods need");
        }
    }

    private void labels() {
        Stream<Selector> peers = Stream.of(Direction.values())
                .flatMap(direction -> policy.rules(direction).stream())
                .flatMap(rule -> rule.peers().orElse(List.of()).stream())
                .filter(PolicyPeer.Pods.class::isInstance)
                .flatMap(peer -> ((PolicyPeer.Pods) peer).pods().stream());
        Stream.concat(Stream.of(policy.podSelector()), peers).forEach(this::labels);
    }

    private void labels(Selector selector) {
        Set<String> keys = new TreeSet<>(selector.matchLabels().keySet());
        selector.matchExpressions().forEach(requirement -> keys.add(requirement.key()));
        keys.retainAll(VOLATILE);
        if (!keys.isEmpty()) {
            report.add(
                    FindingRule.VOLATILE_LABEL,
                    selector.place(),
                    "selects by " + Shown.list(keys) + ", which changes with a release",
                    "select by labels that stay, such as app.kubernetes.io/name");
        }
    }

    private void rule(Direction direction, PolicyRule rule) {
        if (rule.isForEverybody() && rule.isForEveryPort()) {
            report.add(
                    FindingRule.ALLOW_ALL,
                    rule.place(),
                    "has an empty rule, which opens " + direction.rules() + " to everybody on every port",
                    "name peers and ports, or remove the rule");
        } else if (rule.isForEveryPort()) {
            report.add(
                    FindingRule.EVERY_PORT,
                    rule.place(),
                    "has a rule in " + direction.rules() + " without ports, which opens all of them",
                    "name the pods' ports");
        } else if (rule.isForEverybody()) {
            report.add(
                    FindingRule.EVERY_PEER,
                    rule.place(),
                    "has a rule in " + direction.rules() + " without peers, which opens to everybody",
                    "name the peers under " + direction.peers());
        }
        rule.ports().orElse(List.of()).forEach(this::range);
    }

    private void range(PolicyPort port) {
        if (port.endPort().isPresent()) {
            report.add(
                    FindingRule.PORT_RANGE,
                    port.place(),
                    "opens a range of ports by endPort",
                    "list the ports if the plugin may not know endPort");
        }
    }
}
