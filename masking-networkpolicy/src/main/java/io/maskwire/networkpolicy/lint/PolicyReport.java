package io.maskwire.networkpolicy.lint;

import io.maskwire.declaration.Place;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.FindingRule;
import io.maskwire.networkpolicy.api.Shown;
import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import io.maskwire.networkpolicy.manifest.ObjectName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is found in one policy, without what it accepts itself. */
final class PolicyReport {

    private static final String ACCEPT = "maskwire.io/accept";

    private final NetworkPolicy policy;
    private final Map<String, String> accepted = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    PolicyReport(NetworkPolicy policy) {
        this.policy = policy;
        String annotation = policy.metadata().annotations().getOrDefault(ACCEPT, "");
        for (String part : annotation.split("[;\n]")) {
            if (!part.isBlank()) {
                int colon = part.indexOf(':');
                accepted.put(
                        (colon < 0 ? part : part.substring(0, colon)).strip(),
                        colon < 0 ? "" : part.substring(colon + 1).strip());
            }
        }
    }

    /** A finding about this policy, which its problem begins with. */
    void add(FindingRule rule, Place place, String problem, String remedy) {
        if (!accepted.getOrDefault(rule.id(), "").isEmpty()) {
            used.add(rule.id());
            return;
        }
        findings.add(new Finding(rule, place, List.of(), name(policy) + " " + problem, remedy));
    }

    static String name(NetworkPolicy policy) {
        ObjectName name = policy.metadata().name();
        return Shown.name(name.namespace()) + "/" + Shown.name(name.name());
    }

    /** The findings, and what the policy accepts in vain or without a reason. */
    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        accepted.forEach((rule, reason) -> {
            if (reason.isEmpty()) {
                all.add(idle(Shown.name(rule) + " without a reason, which accepts nothing", "write RULE: REASON"));
            } else if (!used.contains(rule)) {
                boolean known = FindingRule.of(rule).isPresent();
                all.add(idle(
                        Shown.name(rule) + (known ? ", which finds nothing here" : ", which is no rule"),
                        "remove it, or write the rule that stands in brackets behind the finding"));
            }
        });
        return all;
    }

    private Finding idle(String problem, String remedy) {
        return new Finding(
                FindingRule.UNUSED_ACCEPTANCE,
                policy.metadata().place(),
                List.of(),
                name(policy) + " accepts " + problem,
                remedy);
    }
}
