package io.maskwire.networkpolicy.data;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationException;
import io.maskwire.declaration.Fleet;
import io.maskwire.networkpolicy.Acceptances;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.NetworkPolicies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Judges what may cross the edges of a fleet.
 *
 * <p><b>Gives:</b> a finding for each edge on which data is shown to somebody who shouldn't see it, or in a form that
 * tells more than it should, with the place in the declaration and what to do; what declarations accept in vain.
 *
 * <p><b>Doesn't give:</b> what really crosses: it knows what is declared. A service that reads a class from a database it
 * doesn't declare is not seen.
 *
 * <p>Pure and deterministic: the same declarations and day give the same findings in the same order.
 */
public final class DataOnEdges {

    private DataOnEdges() {}

    /**
     * All findings about the edges of a fleet that nobody accepts.
     *
     * @param today the day by which acceptances hold or don't
     * @throws DeclarationException if the declarations contradict each other
     */
    public static List<Finding> check(Fleet fleet, Collection<Declaration> declarations, LocalDate today) {
        List<Finding> found = new ArrayList<>(NetworkPolicies.consentFindings(fleet, declarations, today));
        FleetEdges edges = FleetEdges.of(fleet, declarations);
        found.addAll(Protection.findings(fleet, edges));
        found.addAll(Reach.findings(edges));
        found.addAll(Sinks.findings(edges));
        found.addAll(Forms.findings(edges));
        found.addAll(Confusion.findings(edges));
        Acceptances acceptances = Acceptances.of(declarations, today);
        List<Finding> open = new ArrayList<>(acceptances.open(found));
        open.addAll(acceptances.idle());
        return open.stream().sorted().toList();
    }
}
