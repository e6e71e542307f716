package io.maskwire.networkpolicy.data;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.ServedPort;
import io.maskwire.declaration.Transport;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.FindingRule;
import io.maskwire.networkpolicy.api.Shown;
import io.maskwire.policy.Audience;
import io.maskwire.policy.FormatPreservingMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Ports at which nobody can tell a masked value from a real one, or a caller from any other. */
final class Confusion {

    private final List<Finding> findings = new ArrayList<>();

    private Confusion() {}

    static List<Finding> findings(FleetEdges edges) {
        Confusion confusion = new Confusion();
        edges.calls().forEach(confusion::preserved);
        for (Declaration declaration : edges.services().values()) {
            declaration.serves().values().stream()
                    .filter(port -> port.callers().isEmpty())
                    .forEach(port -> confusion.unnamed(declaration, port));
        }
        return confusion.findings;
    }

    private void preserved(FleetEdges.Open edge) {
        if (edge.call().over() != Transport.HTTP) {
            return;
        }
        Audience provider =
                Audience.service(edge.to().toString()).over(edge.call().edge());
        Set<String> both = new TreeSet<>(edge.port().accepts());
        both.retainAll(edge.caller().classes().keySet());
        both.removeIf(dataClass -> !(Forms.mask(edge.caller(), dataClass, provider) instanceof FormatPreservingMask));
        if (!both.isEmpty()) {
            findings.add(Found.call(
                    FindingRule.FORMAT_PRESERVED_ACCEPTED,
                    edge,
                    Shown.edge("calls", edge.call().name()) + " sends " + Shown.list(both)
                            + " in a preserved format to " + edge.to() + " ("
                            + edge.port().place()
                            + "), which accepts the real one there",
                    "send it in clear if it is needed, mask it otherwise for this service, or take it out of accepts"));
        }
    }

    private void unnamed(Declaration declaration, ServedPort port) {
        findings.add(Found.edge(
                FindingRule.UNNAMED_CALLERS,
                declaration,
                port.edge(),
                port.place(),
                Shown.edge("serves", port.name()) + " names no callers, so any service that declares the call connects",
                "name them, or write callers: {} for nobody"));
    }
}
