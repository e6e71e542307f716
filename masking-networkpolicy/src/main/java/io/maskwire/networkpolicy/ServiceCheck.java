package io.maskwire.networkpolicy;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.External;
import io.maskwire.declaration.Fleet;
import io.maskwire.declaration.Place;
import io.maskwire.declaration.ServedPort;
import io.maskwire.declaration.Service;
import io.maskwire.declaration.Workload;
import io.maskwire.networkpolicy.Rule.Port;
import io.maskwire.networkpolicy.api.ApiRules;
import io.maskwire.networkpolicy.api.Cidr;
import io.maskwire.networkpolicy.api.Shown;
import java.util.HashMap;
import java.util.Map;

/** Checks what one service says about itself, as strictly as the API server would. */
final class ServiceCheck {

    private final Service service;
    private final Declaration declaration;
    private final Problems problems;

    ServiceCheck(Declaration declaration, Problems problems) {
        this.service = Services.service(declaration);
        this.declaration = declaration;
        this.problems = problems;
    }

    void check(Fleet fleet) {
        names();
        for (Workload workload : service.workloads()) {
            String whose = workload.name().isEmpty() ? "" : " of " + Shown.edge("workloads", workload.name());
            if (!workload.name().isEmpty() && !ApiRules.isDnsLabel(workload.name())) {
                problems.add(workload.place(), "a workload's name is no DNS label", ApiRules.DNS_LABEL_RULE);
            }
            Labels.check("the selector" + whose, workload.selector(), workload.place(), problems);
        }
        ports();
        declaration.serves().values().forEach(port -> peers(port, fleet));
        declaration.external().values().forEach(this::external);
        PeerCheck called = new PeerCheck(fleet, problems);
        declaration.uses().forEach((peer, place) -> called.called(peer, "uses names", place));
        declaration
                .external()
                .values()
                .forEach(external -> external.via()
                        .ifPresent(proxy -> called.called(
                                proxy, Shown.edge("external", external.name()) + " goes via", external.place())));
        declaration
                .publishes()
                .forEach((topic, publication) -> topic(publication.edge(), topic, publication.place(), fleet));
        declaration
                .consumes()
                .forEach((topic, consumption) -> topic(consumption.edge(), topic, consumption.place(), fleet));
        declaration.serves().values().forEach(this::guests);
    }

    private void topic(String edge, String topic, Place place, Fleet fleet) {
        if (!fleet.topics().containsKey(topic)) {
            problems.add(
                    place,
                    Shown.topic(edge) + " is no topic of the fleet",
                    "known are " + Shown.list(fleet.topics().keySet())
                            + "; add it to fleet.yml, such as: topics: {NAME: {broker: NAMESPACE/NAME, port: PORT}}");
        }
    }

    private void guests(ServedPort port) {
        port.guests().forEach((name, guest) -> {
            String what = "the guest " + Shown.name(name.toString()) + " of " + Shown.edge("serves", port.name());
            if (!ApiRules.isDnsLabel(name.namespace())) {
                problems.add(guest.place(), what + " has a namespace that is no DNS label", ApiRules.DNS_LABEL_RULE);
            }
            Labels.check("the selector of " + what, guest.selector(), guest.place(), problems);
        });
    }

    private void names() {
        name("namespace", service.name().namespace());
        name("name", service.name().name());
    }

    private void name(String what, String name) {
        if (!ApiRules.isDnsLabel(name)) {
            problems.add(service.place(), "the service's " + what + " is no DNS label", ApiRules.DNS_LABEL_RULE);
        } else if (name.equals(ManifestNames.DEFAULT_DENY)) {
            problems.add(
                    service.place(),
                    "the service's " + what + " is " + ManifestNames.DEFAULT_DENY
                            + ", which is where a namespace's default deny is kept",
                    "use another " + what);
        }
    }

    private void ports() {
        Map<Port, ServedPort> seen = new HashMap<>();
        for (ServedPort port : declaration.serves().values()) {
            number(Shown.edge("serves", port.name()), port.port(), port.place());
            ServedPort before = seen.putIfAbsent(new Port(port.port(), port.protocol()), port);
            if (before != null) {
                problems.add(
                        port.place(),
                        Shown.edge("serves", port.name()) + " and " + Shown.edge("serves", before.name())
                                + " are both the pod port " + port.port() + "/" + port.protocol()
                                + ", so whoever may use one may use the other",
                        "serve it under one name");
            }
        }
    }

    private void peers(ServedPort port, Fleet fleet) {
        for (String peer : port.from()) {
            if (!fleet.platform().containsKey(peer)) {
                problems.add(
                        port.place(),
                        Shown.edge("serves", port.name()) + " is open from " + Shown.name(peer)
                                + ", which is no platform peer of the fleet",
                        "known are " + Shown.list(fleet.platform().keySet())
                                + "; add it to fleet.yml, such as: platform: {"
                                + (Shown.name(peer).equals(peer) ? peer : "NAME")
                                + ": {namespace: NAMESPACE, selector: KEY=VALUE}}");
            }
        }
    }

    private void external(External external) {
        String edge = Shown.edge("external", external.name());
        number(edge, external.port(), external.place());
        if (!isHost(external.host())) {
            problems.add(
                    external.place(),
                    "the host of " + edge + " is no DNS name and no address",
                    "write a name such as smtp.mail.example");
        }
        for (String cidr : external.cidrs()) {
            if (Cidr.parse(cidr).isEmpty()) {
                problems.add(external.place(), edge + " has a block of addresses no API server takes", Cidr.RULE);
            }
        }
    }

    private static boolean isHost(String host) {
        return ApiRules.isDnsSubdomain(host) || Cidr.isAddress(host);
    }

    private void number(String what, int port, Place place) {
        if (!ApiRules.isPort(port)) {
            problems.add(place, what + " has no port from 1 to 65535", "write the pod's port");
        }
    }
}
