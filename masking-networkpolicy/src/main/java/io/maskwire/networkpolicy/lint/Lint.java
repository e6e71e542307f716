package io.maskwire.networkpolicy.lint;

import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import io.maskwire.networkpolicy.manifest.Resources;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks through policies for mistakes that the API server takes without a word.
 *
 * <p><b>Gives:</b> a finding for each, with its place and what to do. A policy accepts one by the annotation {@code
 * maskwire.io/accept: "RULE: REASON"}, several joined by {@code ;}.
 *
 * <p><b>Doesn't give:</b> what a file can't show: whether the cluster's plugin enforces policies at all, and connections
 * that nobody wrote down. Rules about workloads, Services and ports say something only where those are among the
 * manifests.
 */
public final class Lint {

    private Lint() {}

    /** The findings that no policy accepts, in order. */
    public static List<Finding> check(Resources resources) {
        Surroundings around = new Surroundings(resources);
        List<Finding> findings = new ArrayList<>();
        for (NetworkPolicy policy : resources.policies()) {
            PolicyReport report = new PolicyReport(policy);
            ShapeRules.check(policy, around, report);
            PeerRules.check(policy, around, report);
            DnsRules.check(policy, around, report);
            SelectionRules.check(policy, around, report);
            PortRules.check(policy, around, report);
            SideRules.check(policy, around, report);
            findings.addAll(report.findings());
        }
        return findings.stream().sorted().distinct().toList();
    }
}
