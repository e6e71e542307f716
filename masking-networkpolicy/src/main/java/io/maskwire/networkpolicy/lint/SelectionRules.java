package io.maskwire.networkpolicy.lint;

import io.maskwire.networkpolicy.FindingRule;
import io.maskwire.networkpolicy.manifest.Direction;
import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import io.maskwire.networkpolicy.manifest.ReadService;
import io.maskwire.networkpolicy.manifest.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mistakes in which pods a policy is for. */
final class SelectionRules {

    /** By what a tool marks what it owns; the value says which of its installations. */
    private static final Map<String, String> MARKS = Map.of(
            "maskwire.io/fleet", "maskwire",
            "argocd.argoproj.io/instance", "Argo CD",
            "argocd.argoproj.io/tracking-id", "Argo CD",
            "kustomize.toolkit.fluxcd.io/name", "Flux",
            "helm.toolkit.fluxcd.io/name", "Flux",
            "meta.helm.sh/release-name", "Helm");

    private final NetworkPolicy policy;
    private final Surroundings around;
    private final PolicyReport report;
    private final List<Workload> selected;

    private SelectionRules(NetworkPolicy policy, Surroundings around, PolicyReport report) {
        this.policy = policy;
        this.around = around;
        this.report = report;
        this.selected = around.selected(policy);
    }

    static void check(NetworkPolicy policy, Surroundings around, PolicyReport report) {
        SelectionRules rules = new SelectionRules(policy, around, report);
        rules.nothing();
        rules.hostNetwork();
        rules.split();
        rules.owners();
    }

    private String namespace() {
        return policy.metadata().name().namespace();
    }

    private void nothing() {
        if (selected.isEmpty() && !around.workloads(namespace()).isEmpty()) {
            report.add(
                    FindingRule.SELECTS_NO_WORKLOAD,
                    policy.podSelector().place(),
                    "selects no workload of its namespace",
                    "correct podSelector, or the labels of the pod's template");
        }
    }

    private void hostNetwork() {
        selected.stream()
                .filter(Workload::hostNetwork)
                .findFirst()
                .ifPresent(workload -> report.add(
                        FindingRule.SELECTS_HOST_NETWORK,
                        policy.podSelector().place(),
                        "selects " + Texts.of(workload) + ", which runs in the node's network",
                        "guard the node, or remove hostNetwork"));
    }

    private void split() {
        if (policy.podSelector().isEmpty()) {
            return;
        }
        for (ReadService service : around.services(namespace())) {
            List<Workload> behind = around.workloads(namespace()).stream()
                    .filter(workload -> !service.selector().isEmpty()
                            && workload.podLabels()
                                    .entrySet()
                                    .containsAll(service.selector().entrySet()))
                    .toList();
            Optional<Workload> left = behind.stream()
                    .filter(workload -> !selected.contains(workload) && !isSelectedByAnother(workload))
                    .findFirst();
            if (left.isPresent() && behind.stream().anyMatch(selected::contains)) {
                report.add(
                        FindingRule.SPLIT_WORKLOAD,
                        policy.podSelector().place(),
                        "selects a part of what stands behind the Service "
                                + Texts.of(service.metadata().name()) + ", and not " + Texts.of(left.get()),
                        "select by a label that all of them have");
            }
        }
    }

    private boolean isSelectedByAnother(Workload workload) {
        return around.policies(namespace()).stream()
                .anyMatch(other ->
                        !other.podSelector().isEmpty() && other.podSelector().matches(workload.podLabels()));
    }

    private void owners() {
        Optional<String> owner = owner(policy);
        if (owner.isEmpty() || policy.podSelector().isEmpty() || !opens(policy)) {
            return;
        }
        around.policies(namespace()).stream()
                .filter(other -> other.podSelector()
                        .matchLabels()
                        .equals(policy.podSelector().matchLabels()))
                .filter(SelectionRules::opens)
                .flatMap(
                        other -> owner(other)
                                .filter(found -> !found.equals(owner.get()))
                                .map(found -> PolicyReport.name(other))
                                .stream())
                .sorted()
                .findFirst()
                .ifPresent(other -> report.add(
                        FindingRule.TWO_OWNERS,
                        policy.podSelector().place(),
                        "selects the same pods as " + other + ", which another owner applies",
                        "let one tool own the policies of a workload"));
    }

    private static boolean opens(NetworkPolicy policy) {
        return !policy.rules(Direction.INGRESS).isEmpty()
                || !policy.rules(Direction.EGRESS).isEmpty();
    }

    private static Optional<String> owner(NetworkPolicy policy) {
        return MARKS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(mark -> Optional.ofNullable(policy.metadata().labels().get(mark.getKey()))
                        .or(() -> Optional.ofNullable(
                                policy.metadata().annotations().get(mark.getKey())))
                        .map(value -> mark.getValue() + " " + value.replaceFirst(":.*", ""))
                        .stream())
                .findFirst();
    }
}
