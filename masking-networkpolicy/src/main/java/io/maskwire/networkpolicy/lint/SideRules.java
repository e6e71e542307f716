package io.maskwire.networkpolicy.lint;

import io.maskwire.networkpolicy.FindingRule;
import io.maskwire.networkpolicy.manifest.Direction;
import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import io.maskwire.networkpolicy.manifest.PolicyPeer;
import io.maskwire.networkpolicy.manifest.PolicyRule;
import io.maskwire.networkpolicy.manifest.Workload;
import java.util.List;

/** A connection needs both sides: the one that opens it and the other one. */
final class SideRules {

    private final NetworkPolicy policy;
    private final Surroundings around;
    private final PolicyReport report;

    private SideRules(NetworkPolicy policy, Surroundings around, PolicyReport report) {
        this.policy = policy;
        this.around = around;
        this.report = report;
    }

    static void check(NetworkPolicy policy, Surroundings around, PolicyReport report) {
        SideRules rules = new SideRules(policy, around, report);
        List<Workload> own = around.selected(policy);
        for (Direction direction : Direction.values()) {
            if (!own.isEmpty() && policy.isolates(direction)) {
                policy.rules(direction).forEach(rule -> rules.rule(direction, rule, own.get(0)));
            }
        }
    }

    private void rule(Direction direction, PolicyRule rule, Workload own) {
        Direction other = direction == Direction.INGRESS ? Direction.EGRESS : Direction.INGRESS;
        for (PolicyPeer peer : rule.peers().orElse(List.of())) {
            // Broad peers are mostly meant as a limit, not as a list of connections.
            if (peer instanceof PolicyPeer.Pods pods
                    && pods.pods().filter(selector -> !selector.isEmpty()).isPresent()) {
                around.peers(policy, pods).stream()
                        .filter(workload -> !workload.equals(own) && isCut(workload, own, other))
                        .findFirst()
                        .ifPresent(workload -> oneSide(direction, peer, workload));
            }
        }
    }

    /** Whether the far side is isolated and none of its policies opens anything to the near one. */
    private boolean isCut(Workload far, Workload near, Direction direction) {
        List<NetworkPolicy> policies = around.isolating(far, direction);
        return !policies.isEmpty()
                && policies.stream()
                        .noneMatch(one -> one.rules(direction).stream().anyMatch(rule -> opens(one, rule, near)));
    }

    private boolean opens(NetworkPolicy farPolicy, PolicyRule rule, Workload near) {
        return rule.isForEverybody()
                || rule.peers().orElse(List.of()).stream()
                        .anyMatch(peer -> peer instanceof PolicyPeer.Addresses
                                || peer instanceof PolicyPeer.Pods pods && around.isPeer(farPolicy, pods, near));
    }

    private void oneSide(Direction direction, PolicyPeer peer, Workload far) {
        report.add(
                FindingRule.ONE_SIDE_ONLY,
                peer.place(),
                "opens " + direction.rules() + " " + direction.peers() + " " + Texts.of(far)
                        + ", whose own policies don't open the connection",
                direction == Direction.EGRESS
                        ? "open ingress in a policy of the other side"
                        : "open egress in a policy of the other side");
    }
}
