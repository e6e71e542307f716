package io.maskwire.networkpolicy.data;

import io.maskwire.declaration.Call;
import io.maskwire.declaration.Consumption;
import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Declaration.DataClass;
import io.maskwire.declaration.External;
import io.maskwire.declaration.Place;
import io.maskwire.declaration.Publication;
import io.maskwire.declaration.ServiceName;
import io.maskwire.networkpolicy.Finding.Subject;
import io.maskwire.policy.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Lists every step that classes take in clear. What is carried unmasked goes both ways: who asks a database gets rows. */
final class Flows {

    private static final String ROLE = "role:";

    private final List<Flow> flows = new ArrayList<>();

    private Flows() {}

    static List<Flow> of(FleetEdges edges) {
        Flows flows = new Flows();
        edges.calls().forEach(flows::call);
        for (Declaration declaration : edges.services().values()) {
            declaration.external().values().forEach(external -> flows.external(declaration, external));
            declaration.policy().inventory().classes().forEach(entry -> flows.roles(declaration, entry));
            declaration.publishes().values().forEach(publication -> flows.topic(edges, declaration, publication));
        }
        return flows.flows.stream().sorted(Flow.ORDER).toList();
    }

    private void call(FleetEdges.Open edge) {
        Call call = edge.call();
        String from = edge.from().toString();
        String to = edge.to().toString();
        List<Subject> ends = Found.ends(edge);
        String by = from + " " + call.edge();
        add(call.sends(), from, to, by, call.place(), ends, true);
        edge.named()
                .ifPresent(caller ->
                        add(caller.gives(), to, from, to + " " + edge.port().edge(), caller.place(), ends, true));
        String over = by + " over " + call.over().optionName();
        add(call.carries(), from, to, over, call.place(), ends, false);
        add(call.carries(), to, from, over, call.place(), ends, false);
    }

    private void external(Declaration declaration, External external) {
        String from = FleetEdges.name(declaration).toString();
        List<Subject> about = List.of(new Subject(FleetEdges.name(declaration), external.edge()));
        String by = from + " " + external.edge();
        String to = "external:" + external.name();
        add(external.sends(), from, to, by, external.place(), about, false);
        add(external.carries(), from, to, by + " over " + external.over().optionName(), external.place(), about, false);
    }

    /** Every consumer of a topic reads the same message. */
    private void topic(FleetEdges edges, Declaration publisher, Publication publication) {
        ServiceName from = FleetEdges.name(publisher);
        for (Declaration consumer : edges.services().values()) {
            Consumption consumption = consumer.consumes().get(publication.topic());
            ServiceName to = FleetEdges.name(consumer);
            boolean named = publication
                    .consumers()
                    .map(consumers -> consumers.contains(to))
                    .orElse(!edges.fleet().namedConsent());
            if (consumption != null && named) {
                List<Subject> ends =
                        List.of(new Subject(from, publication.edge()), new Subject(to, consumption.edge()));
                String by = from + " " + publication.edge();
                add(publication.sends(), from.toString(), to.toString(), by, publication.place(), ends, true);
            }
        }
    }

    private void roles(Declaration declaration, Inventory.Entry entry) {
        DataClass declared = declaration.classes().get(entry.name());
        Place place = declared == null ? FleetEdges.service(declaration).place() : declared.place();
        String from = FleetEdges.name(declaration).toString();
        List<Subject> about = List.of(new Subject(FleetEdges.name(declaration), ""));
        Stream.concat(entry.inClear().stream(), entry.canReveal().stream())
                .filter(audience -> audience.startsWith(ROLE))
                .distinct()
                .forEach(role -> add(Set.of(entry.name()), from, role, from + " audiences", place, about, false));
    }

    private void add(
            Set<String> classes, String from, String to, String by, Place place, List<Subject> about, boolean signed) {
        classes.forEach(dataClass -> flows.add(new Flow(dataClass, from, to, by, place, about, signed)));
    }
}
