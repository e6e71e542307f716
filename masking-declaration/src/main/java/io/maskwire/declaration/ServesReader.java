package io.maskwire.declaration;

import io.maskwire.declaration.Node.Entry;
import io.maskwire.declaration.ServedPort.Caller;
import io.maskwire.declaration.ServedPort.Guest;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code serves}. */
final class ServesReader {

    private final Problems problems;
    private final Home home;
    private final KnownClasses classes;
    private final Map<String, Place> ports = new HashMap<>();

    ServesReader(Problems problems, Home home, KnownClasses classes) {
        this.problems = problems;
        this.home = home;
        this.classes = classes;
    }

    Map<String, ServedPort> read(Section declaration) {
        Map<String, ServedPort> serves = new TreeMap<>();
        for (Entry entry : declaration.map("serves", "a port", Names::isPortName, Names.PORT_NAME_RULE)) {
            declaration
                    .inside("serves", entry, Keys.SERVED_PORT)
                    .ifPresent(section -> serves.put(entry.key(), read(section, entry.key())));
        }
        return Collections.unmodifiableMap(serves);
    }

    private ServedPort read(Section section, String name) {
        section.require("port", "add port: NUMBER, the port of the pod");
        OptionalInt port = section.port("port");
        Protocol protocol = section.protocol();
        port.ifPresent(number -> addOnce(section, number + "/" + protocol));
        return new ServedPort(
                name,
                port.orElse(1),
                section.port("service-port"),
                protocol,
                section.value("tls").map(Value::truth),
                from(section),
                classes.listed(section, "accepts"),
                section.value("callers").map(callers -> callers(section)),
                guests(section),
                section.place());
    }

    private void addOnce(Section section, String port) {
        Place before = ports.putIfAbsent(port, section.place());
        if (before != null) {
            problems.add(
                    section.place("port"),
                    section.path("port") + " is the same as at " + before,
                    "serve a port under one name");
        }
    }

    private Set<String> from(Section section) {
        Set<String> peers = new TreeSet<>();
        for (Named peer : section.names("from")) {
            if (!Names.isLabel(peer.name())) {
                problems.add(
                        peer.place(),
                        section.path("from") + " names no platform peer",
                        "name peers of the fleet, such as ingress; services stand under callers");
            }
            peers.add(peer.name());
        }
        return Collections.unmodifiableSet(peers);
    }

    private Map<ServiceName, Caller> callers(Section section) {
        Map<ServiceName, Caller> callers = new TreeMap<>();
        for (Entry entry : section.map("callers")) {
            Optional<ServiceName> name = home.service(new Named(entry.key(), entry.place()), section.path("callers"));
            section.inside("callers", entry, Keys.CALLER)
                    .ifPresent(inner -> name.ifPresent(service -> addOnce(inner, service, entry, callers)));
        }
        return Collections.unmodifiableMap(callers);
    }

    private Map<ServiceName, Guest> guests(Section section) {
        Map<ServiceName, Guest> guests = new TreeMap<>();
        for (Entry entry : section.map("guests")) {
            Optional<ServiceName> name = home.service(new Named(entry.key(), entry.place()), section.path("guests"));
            section.inside("guests", entry, Keys.GUEST)
                    .flatMap(inner -> name.flatMap(service -> guest(inner, service)))
                    .ifPresent(guest -> name.filter(service -> guests.putIfAbsent(service, guest) != null)
                            .ifPresent(twice -> problems.add(
                                    entry.place(),
                                    section.path("guests") + " names a service twice",
                                    "remove one of the two")));
        }
        return Collections.unmodifiableMap(guests);
    }

    private Optional<Guest> guest(Section section, ServiceName name) {
        section.require("until", "add until: YYYY-MM-DD, the last day it may connect");
        Map<String, String> selector = new SelectorReader(problems)
                .read(section)
                .orElseGet(() -> SelectorReader.single(WorkloadsReader.DEFAULT_LABEL, name.name()));
        String why = section.sentence("why");
        return section.date("until").map(until -> new Guest(selector, until, why, section.place()));
    }

    private void addOnce(Section section, ServiceName name, Entry entry, Map<ServiceName, Caller> callers) {
        Named written = new Named(entry.key(), entry.place());
        Set<String> gives = classes.inClear(section, "gives", name.toString(), written, section.path());
        Caller caller = new Caller(gives, section.place());
        if (callers.putIfAbsent(name, caller) != null) {
            problems.add(section.place(), section.path() + " is a caller named before", "remove one of the two");
        }
    }
}
