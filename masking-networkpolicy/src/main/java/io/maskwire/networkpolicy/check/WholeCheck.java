package io.maskwire.networkpolicy.check;

import io.maskwire.declaration.DeclarationException;
import io.maskwire.declaration.files.ReadFleet;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.FindingRule;
import io.maskwire.networkpolicy.Manifests;
import io.maskwire.networkpolicy.NetworkPolicies;
import io.maskwire.networkpolicy.check.BaseComparison.Compiled;
import io.maskwire.networkpolicy.data.DataOnEdges;
import io.maskwire.networkpolicy.manifest.Resources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code maskwire netpol check} and the Maven goal {@code check} look at: data on edges always, the rest where there
 * is something to compare with.
 *
 * @param base what was declared before
 * @param against policies in files or exported from a cluster, compared by meaning
 * @param workloads workloads and Services that the declarations should fit
 */
public record WholeCheck(Optional<ReadFleet> base, Optional<Resources> against, Optional<Resources> workloads) {

    /**
     * The findings nobody accepts, those of each comparison together.
     *
     * @param read what is declared now
     * @param today the day by which guests and acceptances hold or don't
     * @throws DeclarationException if declarations contradict each other
     */
    public List<Finding> findings(ReadFleet read, LocalDate today) {
        List<Finding> findings = new ArrayList<>(DataOnEdges.check(read.fleet(), read.declarations(), today));
        if (base.isPresent() || against.isPresent() || workloads.isPresent()) {
            Compiled now = compiled(read, today);
            base.ifPresent(before -> findings.addAll(BaseComparison.check(compiled(before, today), now)));
            against.ifPresent(found -> findings.addAll(Drift.check(now.manifests(), now.declarations(), found)));
            workloads.ifPresent(found -> findings.addAll(rendered(now, found)));
        }
        return findings;
    }

    /** What doesn't fit the workloads, and the policies of ours beside them that were changed by what rendered them. */
    private static List<Finding> rendered(Compiled now, Resources rendered) {
        List<Finding> findings = new ArrayList<>(WorkloadCheck.check(now.manifests(), now.declarations(), rendered));
        Drift.check(now.manifests(), now.declarations(), rendered).stream()
                .filter(finding -> finding.rule() == FindingRule.POLICY_TRANSFORMED)
                .forEach(findings::add);
        return findings;
    }

    private static Compiled compiled(ReadFleet read, LocalDate today) {
        Manifests manifests = NetworkPolicies.generate(read.fleet(), read.declarations(), today);
        return new Compiled(read.declarations(), manifests);
    }
}
