package io.maskwire.networkpolicy;

import io.maskwire.declaration.Call;
import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Fleet;
import io.maskwire.declaration.PlatformPeer;
import io.maskwire.declaration.Service;
import io.maskwire.networkpolicy.api.ApiRules;
import io.maskwire.networkpolicy.api.Cidr;
import io.maskwire.networkpolicy.api.Shown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/** Merges declarations and checks what only all of them together can show. Names everything wrong at once. */
final class FleetCheck {

    private final Fleet fleet;
    private final Services services;
    private final Problems problems;

    private FleetCheck(Fleet fleet, Services services, Problems problems) {
        this.fleet = fleet;
        this.services = services;
        this.problems = problems;
    }

    static Services check(Fleet fleet, Collection<Declaration> declarations) {
        Problems problems = new Problems();
        Services services = Services.merge(declarations, problems);
        new FleetCheck(fleet, services, problems).check();
        problems.throwIfAny();
        return services;
    }

    private void check() {
        fleet.platform().forEach(this::platform);
        for (Declaration declaration : services.declarations()) {
            new ServiceCheck(declaration, problems).check(fleet);
            declaration.calls().values().forEach(this::call);
        }
        services.byNamespace().values().forEach(this::overlaps);
    }

    private void platform(String name, PlatformPeer peer) {
        String what = Shown.edge("platform", name);
        if (!ApiRules.isDnsLabel(peer.namespace())) {
            problems.add(peer.place(), "the namespace of " + what + " is no DNS label", ApiRules.DNS_LABEL_RULE);
        }
        Labels.check("the selector of " + what, peer.selector(), peer.place(), problems);
        if (peer.nodeLocal().flatMap(Cidr::single).isEmpty() && peer.nodeLocal().isPresent()) {
            problems.add(
                    peer.place(),
                    what + " has a node-local address that is none",
                    "write an address such as 169.254.20.10");
        }
    }

    private void call(Call call) {
        String edge = Shown.edge("calls", call.name());
        Declaration provider = services.get(call.to());
        if (provider == null) {
            problems.add(
                    call.place(),
                    edge + " goes to " + Shown.name(call.to().toString()) + ", which nobody declares",
                    services.remedyForUnknown(call));
        } else if (!provider.serves().containsKey(call.port())) {
            problems.add(
                    call.place(),
                    call.port().isEmpty()
                            ? edge + " names no port of " + call.to()
                            : edge + " wants the port " + Shown.name(call.port()) + ", which " + call.to()
                                    + " doesn't serve",
                    "it serves " + Shown.list(provider.serves().keySet())
                            + "; write one of these, or add the port to "
                            + Services.service(provider).place().file());
        }
    }

    /** Two policies that select one pod widen each other: the pod gets the edges of both. */
    private void overlaps(List<Declaration> namespace) {
        List<Service> inOrder = namespace.stream().map(Services::service).toList();
        Map<Entry<String, String>, List<Service>> byLabel = new HashMap<>();
        for (Service service : inOrder) {
            for (Entry<String, String> label : service.selector().entrySet()) {
                byLabel.computeIfAbsent(label, any -> new ArrayList<>()).add(service);
            }
        }
        for (Service wide : inOrder) {
            wide.selector().entrySet().stream()
                    .limit(1)
                    .flatMap(label -> byLabel.getOrDefault(label, List.of()).stream())
                    .filter(narrow -> overlap(wide, narrow))
                    .forEach(narrow -> report(wide, narrow));
        }
    }

    private static boolean overlap(Service wide, Service narrow) {
        boolean reportedOnce =
                !wide.selector().equals(narrow.selector()) || wide.name().compareTo(narrow.name()) < 0;
        return reportedOnce && Labels.cover(wide.selector(), narrow.selector());
    }

    private void report(Service wide, Service narrow) {
        problems.add(
                narrow.place(),
                "every pod that the selector of " + narrow.name() + " selects is selected by " + wide.name() + " ("
                        + wide.place() + ") too, so it would get the edges of both",
                "give the two services selectors that exclude each other, such as two values of one label");
    }
}
