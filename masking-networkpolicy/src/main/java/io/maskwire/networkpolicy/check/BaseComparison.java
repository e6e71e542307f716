package io.maskwire.networkpolicy.check;

import io.maskwire.declaration.Call;
import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.External;
import io.maskwire.declaration.Place;
import io.maskwire.declaration.ServedPort;
import io.maskwire.declaration.ServedPort.Caller;
import io.maskwire.declaration.ServiceName;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.Finding.Subject;
import io.maskwire.networkpolicy.FindingRule;
import io.maskwire.networkpolicy.Manifests;
import io.maskwire.networkpolicy.api.Shown;
import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import io.maskwire.networkpolicy.manifest.ObjectName;
import io.maskwire.policy.Inventory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Says what changes between two sets of declarations, by meaning: connections, data in clear, consent, masks.
 *
 * <p>A change that means nothing, such as another order or another name of a call, is not told.
 */
public final class BaseComparison {

    private final SortedMap<ServiceName, Declaration> before = new TreeMap<>();
    private final SortedMap<ServiceName, Declaration> after = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private BaseComparison(Collection<Declaration> base, Collection<Declaration> declarations) {
        base.forEach(one -> before.put(one.service().orElseThrow().name(), one));
        declarations.forEach(one -> after.put(one.service().orElseThrow().name(), one));
    }

    /** A set of declarations, and what it compiles to. */
    public record Compiled(Collection<Declaration> declarations, Manifests manifests) {}

    /** What differs, in order. */
    public static List<Finding> check(Compiled base, Compiled now) {
        BaseComparison comparison = new BaseComparison(base.declarations(), now.declarations());
        comparison.connections(base, now);
        comparison.after.forEach((name, declaration) ->
                comparison.data(name, Optional.ofNullable(comparison.before.get(name)), declaration));
        return comparison.findings.stream().sorted().distinct().toList();
    }

    private void connections(Compiled base, Compiled now) {
        Map<Connection, Place> were = connections(base);
        Map<Connection, Place> are = connections(now);
        are.forEach((connection, place) -> {
            if (!were.containsKey(connection)) {
                add(
                        FindingRule.EDGE_OPENED,
                        place,
                        connection + " opens",
                        "review who may connect, and what may cross");
            }
        });
        were.forEach((connection, place) -> {
            if (!are.containsKey(connection)) {
                add(FindingRule.EDGE_CLOSED, place, connection + " closes", "make sure that nobody needs it any more");
            }
        });
    }

    /** What is open on all the sides that are ours. */
    private static Map<Connection, Place> connections(Compiled compiled) {
        Expected expected = Expected.of(compiled.manifests());
        Edges edges = new Edges(expected, compiled.declarations());
        Map<Connection, Place> connections = new TreeMap<>();
        for (Map.Entry<ObjectName, ServiceName> policy : expected.services().entrySet()) {
            NetworkPolicy written = expected.policy(policy.getKey());
            Meaning.of(written)
                    .openings()
                    .keySet()
                    .forEach(opening -> connections.putIfAbsent(
                            edges.connection(policy.getValue(), opening), edges.place(policy.getValue(), opening)));
        }
        return connections;
    }

    private void data(ServiceName name, Optional<Declaration> was, Declaration is) {
        is.calls().values().forEach(call -> call(name, was, call));
        is.external().values().forEach(external -> external(name, was, external));
        was.ifPresent(old -> {
            is.serves()
                    .values()
                    .forEach(port -> Optional.ofNullable(old.serves().get(port.name()))
                            .ifPresent(oldPort -> served(name, oldPort, port)));
            inventory(name, old, is);
        });
    }

    private void call(ServiceName name, Optional<Declaration> was, Call call) {
        Optional<Call> old = was.flatMap(declaration -> declaration.calls().values().stream()
                .filter(one -> one.to().equals(call.to()) && one.port().equals(call.port()))
                .findFirst());
        Subject edge = new Subject(name, call.edge());
        String what = Shown.edge("calls", call.name()) + " of " + name + " brings ";
        change(
                edge,
                call.place(),
                what,
                " in clear to " + call.to(),
                union(old.map(Call::sends), old.map(Call::carries)),
                union(Optional.of(call.sends()), Optional.of(call.carries())));
        change(
                edge,
                call.place(),
                Shown.edge("calls", call.name()) + " of " + name + " asks for ",
                " in clear from " + call.to(),
                old.map(Call::receives).orElse(Set.of()),
                call.receives());
    }

    private void external(ServiceName name, Optional<Declaration> was, External external) {
        Optional<External> old = was.flatMap(declaration -> declaration.external().values().stream()
                .filter(one -> one.host().equals(external.host()) && one.port() == external.port())
                .findFirst());
        change(
                new Subject(name, external.edge()),
                external.place(),
                Shown.edge("external", external.name()) + " of " + name + " brings ",
                " in clear to " + Shown.name(external.host()),
                union(old.map(External::sends), old.map(External::carries)),
                union(Optional.of(external.sends()), Optional.of(external.carries())));
    }

    private static Set<String> union(Optional<Set<String>> some, Optional<Set<String>> others) {
        Set<String> all = new TreeSet<>(some.orElse(Set.of()));
        all.addAll(others.orElse(Set.of()));
        return all;
    }

    private void served(ServiceName name, ServedPort was, ServedPort is) {
        Subject edge = new Subject(name, is.edge());
        String port = Shown.edge("serves", is.name()) + " of " + name;
        change(edge, is.place(), port + " accepts ", " in clear", was.accepts(), is.accepts());
        Map<ServiceName, Caller> callers = is.callers().orElse(Map.of());
        callers.forEach((caller, given) -> change(
                edge,
                given.place(),
                port + " gives ",
                " in clear to " + caller,
                was.callers()
                        .flatMap(old -> Optional.ofNullable(old.get(caller)))
                        .map(Caller::gives)
                        .orElse(Set.of()),
                given.gives()));
        consent(edge, port, was, is);
    }

    private void consent(Subject edge, String port, ServedPort was, ServedPort is) {
        if (was.callers().isPresent() != is.callers().isPresent()) {
            boolean widened = is.callers().isEmpty();
            findings.add(new Finding(
                    widened ? FindingRule.CONSENT_WIDENED : FindingRule.CONSENT_NARROWED,
                    is.place(),
                    List.of(edge),
                    port + (widened ? " no longer names its callers" : " begins to name its callers"),
                    widened ? "name them, unless any service may connect" : "make sure that none is forgotten"));
            return;
        }
        Set<ServiceName> old = was.callers().orElse(Map.of()).keySet();
        Set<ServiceName> now = is.callers().orElse(Map.of()).keySet();
        named(FindingRule.CONSENT_WIDENED, edge, is, port + " names one caller more: ", now, old);
        named(FindingRule.CONSENT_NARROWED, edge, is, port + " names one caller less: ", old, now);
    }

    private void named(
            FindingRule rule,
            Subject edge,
            ServedPort port,
            String problem,
            Set<ServiceName> these,
            Set<ServiceName> those) {
        these.stream()
                .filter(caller -> !those.contains(caller))
                .forEach(caller -> findings.add(new Finding(
                        rule,
                        port.place(),
                        List.of(edge),
                        problem + caller,
                        rule == FindingRule.CONSENT_WIDENED
                                ? "review why it needs this port"
                                : "make sure that it no longer calls")));
    }

    private void inventory(ServiceName name, Declaration was, Declaration is) {
        Map<String, Inventory.Entry> old = new HashMap<>();
        was.policy().inventory().classes().forEach(entry -> old.put(entry.name(), entry));
        for (Inventory.Entry entry : is.policy().inventory().classes()) {
            Inventory.Entry before = old.get(entry.name());
            Place place = Optional.ofNullable(is.classes().get(entry.name()))
                    .map(Declaration.DataClass::place)
                    .orElseGet(() -> is.service().orElseThrow().place());
            people(name, place, entry, before);
            if (before != null) {
                masks(name, place, entry, before);
            }
        }
    }

    /** Roles and whoever isn't authenticated; services and hosts were compared edge by edge. */
    private void people(ServiceName name, Place place, Inventory.Entry is, Inventory.@Nullable Entry was) {
        Subject subject = new Subject(name, "");
        Set<String> old = was == null ? Set.of() : people(was);
        Set<String> more = new TreeSet<>(people(is));
        more.removeAll(old);
        Set<String> less = new TreeSet<>(old);
        less.removeAll(people(is));
        more.forEach(
                who -> inClear(subject, place, who + " of " + name + " sees " + Shown.name(is.name()) + " in clear"));
        less.forEach(who ->
                masked(subject, place, who + " of " + name + " no longer sees " + Shown.name(is.name()) + " in clear"));
    }

    private static Set<String> people(Inventory.Entry entry) {
        Set<String> people = new HashSet<>(entry.inClear());
        people.addAll(entry.canReveal());
        people.removeIf(who -> who.startsWith("service:") || who.startsWith("external:"));
        return people;
    }

    private void masks(ServiceName name, Place place, Inventory.Entry is, Inventory.Entry was) {
        boolean same = is.mask().equals(was.mask())
                && is.otherwise().entrySet().stream()
                        .allMatch(mask ->
                                mask.getValue().equals(was.otherwise().getOrDefault(mask.getKey(), mask.getValue())));
        if (!same) {
            findings.add(new Finding(
                    FindingRule.MASK_CHANGED,
                    place,
                    List.of(new Subject(name, "")),
                    Shown.name(is.name()) + " looks otherwise in " + name,
                    "know that stored values and those of other services may no longer compare"));
        }
    }

    private void change(Subject edge, Place place, String before, String after, Set<String> old, Set<String> now) {
        Set<String> more = new TreeSet<>(now);
        more.removeAll(old);
        Set<String> less = new TreeSet<>(old);
        less.removeAll(now);
        if (!more.isEmpty()) {
            inClear(edge, place, before + Shown.list(more) + after);
        }
        if (!less.isEmpty()) {
            masked(edge, place, before + Shown.list(less) + after + " no longer");
        }
    }

    private void inClear(Subject subject, Place place, String problem) {
        findings.add(new Finding(
                FindingRule.DATA_IN_CLEAR, place, List.of(subject), problem, "review why it needs the original"));
    }

    private void masked(Subject subject, Place place, String problem) {
        findings.add(new Finding(
                FindingRule.DATA_MASKED, place, List.of(subject), problem, "make sure that nobody needs the original"));
    }

    private void add(FindingRule rule, Place place, String problem, String remedy) {
        findings.add(new Finding(rule, place, List.of(), problem, remedy));
    }
}
