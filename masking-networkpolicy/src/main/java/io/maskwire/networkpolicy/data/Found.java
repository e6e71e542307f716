package io.maskwire.networkpolicy.data;

import io.maskwire.declaration.Call;
import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Place;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.Finding.Subject;
import io.maskwire.networkpolicy.FindingRule;
import java.util.List;

/** Makes findings. */
final class Found {

    private Found() {}

    /** About both ends of a call, told where the caller declares it. */
    static Finding call(FindingRule rule, FleetEdges.Open edge, String problem, String remedy) {
        return new Finding(rule, edge.call().place(), ends(edge), problem, remedy);
    }

    static List<Subject> ends(FleetEdges.Open edge) {
        Call call = edge.call();
        return List.of(
                new Subject(edge.from(), call.edge()),
                new Subject(edge.to(), edge.port().edge()));
    }

    /** About an edge of one service. */
    static Finding edge(
            FindingRule rule, Declaration declaration, String edge, Place place, String problem, String remedy) {
        Subject subject = new Subject(FleetEdges.name(declaration), edge);
        return new Finding(rule, place, List.of(subject), problem, remedy);
    }
}
