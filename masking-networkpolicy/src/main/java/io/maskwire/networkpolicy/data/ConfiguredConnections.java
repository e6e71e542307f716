package io.maskwire.networkpolicy.data;

import io.maskwire.declaration.ConnectionComparison;
import io.maskwire.declaration.ConnectionComparison.Mismatch;
import io.maskwire.declaration.Service;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.Finding.Subject;
import io.maskwire.networkpolicy.FindingRule;
import java.util.Collection;
import java.util.List;

/** What a {@link ConnectionComparison} finds, as findings like all others. */
public final class ConfiguredConnections {

    private ConfiguredConnections() {}

    /**
     * The findings, in order.
     *
     * @param service whose application is configured
     * @param mismatches what doesn't fit its edges
     */
    public static List<Finding> findings(Service service, Collection<Mismatch> mismatches) {
        return mismatches.stream()
                .map(mismatch -> finding(service, mismatch))
                .sorted()
                .toList();
    }

    private static Finding finding(Service service, Mismatch mismatch) {
        FindingRule rule = switch (mismatch.kind()) {
            case UNDECLARED -> FindingRule.UNDECLARED_CONNECTION;
            case OTHER_TRANSPORT -> FindingRule.OTHER_TRANSPORT;
        };
        List<Subject> about = List.of(new Subject(service.name(), mismatch.edge()));
        return new Finding(rule, service.place(), about, mismatch.problem(), mismatch.remedy());
    }
}
