package io.maskwire.networkpolicy;

import io.maskwire.declaration.Call;
import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Fleet;
import io.maskwire.declaration.PlatformPeer;
import io.maskwire.declaration.Service;
import io.maskwire.declaration.Topic;
import io.maskwire.declaration.Workload;
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
        fleet.topics().forEach(this::topic);
        // Side by side: problems are told in the order of their places.
        services.declarations().parallelStream().forEach(declaration -> {
            new ServiceCheck(declaration, problems).check(fleet);
            declaration.calls().values().forEach(this::call);
        });
        services.byNamespace().values().parallelStream().forEach(this::overlaps);
    }

    private void platform(String name, PlatformPeer peer) {
        String what = Shown.edge("platform", name);
        for (PlatformPeer.Pods pods : peer.pods()) {
            if (!ApiRules.isDnsLabel(pods.namespace())) {
                problems.add(peer.place(), "the namespace of " + what + " is no DNS label", ApiRules.DNS_LABEL_RULE);
            }
            Labels.check("the selector of " + what, pods.selector(), peer.place(), problems);
        }
        if (peer.cidrs().stream().anyMatch(cidr -> Cidr.parse(cidr).isEmpty())) {
            problems.add(peer.place(), what + " has a block of addresses no API server takes", Cidr.RULE);
        }
        if (!peer.ports().stream().allMatch(ApiRules::isPort)) {
            problems.add(peer.place(), what + " has a port that is none", "write ports from 1 to 65535");
        }
        if (peer.nodeLocal().flatMap(Cidr::single).isEmpty() && peer.nodeLocal().isPresent()) {
            problems.add(
                    peer.place(),
                    what + " has a node-local address that is none",
                    "write an address such as 169.254.20.10");
        }
    }

    private void topic(String name, Topic topic) {
        String what = Shown.topic("topics." + name);
        if (!topic.isService()) {
            new PeerCheck(fleet, problems).called(topic.broker(), "the broker of " + what + " is", topic.place());
            return;
        }
        Declaration broker = services.get(TopicUse.broker(topic));
        if (broker == null) {
            problems.add(
                    topic.place(),
                    "the broker of " + what + " is " + Shown.name(topic.broker()) + ", which nobody declares",
                    "declare it, with managed: false if others write its policies");
        } else if (!broker.serves().containsKey(topic.port())) {
            problems.add(
                    topic.place(),
                    what + " wants the port " + Shown.name(topic.port()) + ", which " + topic.broker()
                            + " doesn't serve",
                    "it serves " + Shown.list(broker.serves().keySet()) + "; write one of these");
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
        List<Pods> inOrder = namespace.stream()
                .map(Services::service)
                .flatMap(service -> service.workloads().stream().map(workload -> new Pods(service, workload)))
                .toList();
        Map<Entry<String, String>, List<Pods>> byLabel = new HashMap<>();
        for (Pods pods : inOrder) {
            for (Entry<String, String> label : pods.selector().entrySet()) {
                byLabel.computeIfAbsent(label, any -> new ArrayList<>()).add(pods);
            }
        }
        for (Pods wide : inOrder) {
            wide.selector().entrySet().stream()
                    .limit(1)
                    .flatMap(label -> byLabel.getOrDefault(label, List.of()).stream())
                    .filter(narrow -> overlap(wide, narrow))
                    .forEach(narrow -> report(wide, narrow));
        }
    }

    /** The pods of one workload. */
    private record Pods(Service service, Workload workload) {

        Map<String, String> selector() {
            return workload.selector();
        }

        String name() {
            return service.name() + (workload.name().isEmpty() ? "" : "." + workload.name());
        }
    }

    private static boolean overlap(Pods wide, Pods narrow) {
        boolean reportedOnce =
                !wide.selector().equals(narrow.selector()) || wide.name().compareTo(narrow.name()) < 0;
        return reportedOnce && Labels.cover(wide.selector(), narrow.selector());
    }

    private void report(Pods wide, Pods narrow) {
        problems.add(
                narrow.workload().place(),
                "every pod that the selector of " + narrow.name() + " selects is selected by " + wide.name() + " ("
                        + wide.workload().place() + ") too, so it would get the edges of both",
                "give the two selectors that exclude each other, such as two values of one label");
    }
}
