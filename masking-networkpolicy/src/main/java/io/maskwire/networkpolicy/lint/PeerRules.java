package io.maskwire.networkpolicy.lint;

import io.maskwire.networkpolicy.FindingRule;
import io.maskwire.networkpolicy.api.Cidr;
import io.maskwire.networkpolicy.manifest.Direction;
import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import io.maskwire.networkpolicy.manifest.PolicyPeer;
import io.maskwire.networkpolicy.manifest.PolicyRule;
import io.maskwire.networkpolicy.manifest.Workload;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Mistakes in the peers of rules. */
final class PeerRules {

    /** What never leaves a pod needs no exception. */
    private static final Set<String> LOOPBACK = Set.of("127.0.0.0/8", "::1/128");

    private final NetworkPolicy policy;
    private final Surroundings around;
    private final PolicyReport report;

    private PeerRules(NetworkPolicy policy, Surroundings around, PolicyReport report) {
        this.policy = policy;
        this.around = around;
        this.report = report;
    }

    static void check(NetworkPolicy policy, Surroundings around, PolicyReport report) {
        PeerRules rules = new PeerRules(policy, around, report);
        for (Direction direction : Direction.values()) {
            if (policy.isolates(direction)) {
                policy.rules(direction).forEach(rules::rule);
            }
        }
    }

    private void rule(PolicyRule rule) {
        List<PolicyPeer> peers = rule.peers().orElse(List.of());
        for (int i = 0; i < peers.size(); i++) {
            PolicyPeer peer = peers.get(i);
            if (i > 0) {
                pair(peers.get(i - 1), peer);
            }
            if (peer instanceof PolicyPeer.Addresses addresses) {
                wide(addresses);
                pods(addresses);
            } else if (peer instanceof PolicyPeer.Pods pods) {
                nobody(pods);
            }
        }
    }

    private void pair(PolicyPeer first, PolicyPeer second) {
        if (first instanceof PolicyPeer.Pods one
                && second instanceof PolicyPeer.Pods other
                && (isNamespaces(one) && isPods(other) || isPods(one) && isNamespaces(other))) {
            report.add(
                    FindingRule.OR_NOT_AND,
                    second.place(),
                    "names namespaces in one item and pods in the next, which opens to either",
                    "write namespaceSelector and podSelector in one item if pods of those namespaces are meant");
        }
    }

    private static boolean isNamespaces(PolicyPeer.Pods peer) {
        return peer.namespaces().isPresent() && peer.pods().isEmpty();
    }

    private static boolean isPods(PolicyPeer.Pods peer) {
        return peer.namespaces().isEmpty()
                && peer.pods().filter(selector -> !selector.isEmpty()).isPresent();
    }

    private void wide(PolicyPeer.Addresses addresses) {
        List<Cidr> inside = addresses.block().except().stream()
                .filter(range -> !LOOPBACK.contains(range.toString()))
                .filter(range ->
                        addresses.except().stream().noneMatch(out -> out.equals(range) || out.isWiderThan(range)))
                .toList();
        if (!inside.isEmpty()) {
            report.add(
                    FindingRule.WIDE_BLOCK,
                    addresses.place(),
                    "opens " + addresses.block() + " with " + String.join(", ", texts(inside)) + " inside",
                    "add except: [" + String.join(", ", texts(inside)) + "], or name the addresses that are meant");
        }
    }

    private static List<String> texts(List<Cidr> blocks) {
        return blocks.stream().map(Cidr::toString).toList();
    }

    private void pods(PolicyPeer.Addresses addresses) {
        // A wide block is meant for the world and told as such.
        if (addresses.block().except().isEmpty()) {
            around.pods()
                    .filter(pod -> pod.addresses().stream()
                            .flatMap(address -> Cidr.single(address).stream())
                            .anyMatch(addresses::holds))
                    .findFirst()
                    .ifPresent(pod -> byAddress(addresses, pod));
        }
    }

    private void byAddress(PolicyPeer.Addresses addresses, Workload pod) {
        report.add(
                FindingRule.PODS_BY_ADDRESS,
                addresses.place(),
                "names a pod by its address: " + addresses.block() + " holds that of " + Texts.of(pod),
                "select the pod by its labels");
    }

    private void nobody(PolicyPeer.Pods peer) {
        Optional<List<String>> namespaces = Optional.of(around.namespaces(policy, peer))
                .filter(names ->
                        names.stream().anyMatch(name -> !around.workloads(name).isEmpty()));
        if (namespaces.isPresent() && around.peers(policy, peer).isEmpty()) {
            report.add(
                    FindingRule.PEER_IS_NOBODY,
                    peer.place(),
                    "opens to pods that no workload of " + Texts.namespaces(namespaces.get()) + " has",
                    "correct the labels, or remove the peer");
        }
    }
}
