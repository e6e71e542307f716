package io.maskwire.networkpolicy;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DefaultDeny;
import io.maskwire.declaration.Enforce;
import io.maskwire.declaration.Fleet;
import io.maskwire.declaration.Namespace;
import io.maskwire.declaration.Place;
import io.maskwire.declaration.Service;
import io.maskwire.declaration.ServiceName;
import io.maskwire.networkpolicy.api.Shown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which namespaces get a default deny, and in which directions: never where it would cut off what isn't ready. */
final class DefaultDenies {

    private static final String REMEDY = "once that has changed, generate again";

    private final Fleet fleet;
    private final SortedMap<String, Enforce> byNamespace = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final SortedMap<String, Set<String>> callersByNamespace = new TreeMap<>();

    private DefaultDenies(Fleet fleet) {
        this.fleet = fleet;
    }

    static DefaultDenies of(Fleet fleet, Services services) {
        DefaultDenies denies = new DefaultDenies(fleet);
        services.declarations().forEach(denies::collectCallers);
        services.byNamespace().forEach(denies::namespace);
        return denies;
    }

    /** In which directions a namespace denies by default. */
    Enforce of(String namespace) {
        return byNamespace.getOrDefault(namespace, Enforce.NONE);
    }

    /** The namespaces that should deny by default and don't, or not in both directions. */
    List<Finding> findings() {
        return Collections.unmodifiableList(findings);
    }

    private void collectCallers(Declaration declaration) {
        declaration.serves().values().forEach(port -> {
            port.callers().ifPresent(callers -> callers.keySet().forEach(this::caller));
            port.guests().keySet().forEach(this::caller);
        });
    }

    private void caller(ServiceName caller) {
        callersByNamespace
                .computeIfAbsent(caller.namespace(), any -> new TreeSet<>())
                .add(caller.name());
    }

    private void namespace(String name, Collection<Declaration> declarations) {
        Namespace said = fleet.namespaces().get(name);
        List<Service> services = declarations.stream().map(Services::service).toList();
        boolean wanted = said == null || said.managed() && said.defaultDeny() != DefaultDeny.OFF;
        if (!wanted || said != null && !isComplete(name, said, services)) {
            return;
        }
        List<Service> unmanaged =
                services.stream().filter(service -> !service.managed()).toList();
        if (!unmanaged.isEmpty()) {
            finding(name, "", unmanaged, "managed: false");
            return;
        }
        List<Service> openIngress = services.stream()
                .filter(service -> !service.enforce().ingress())
                .toList();
        List<Service> openEgress =
                services.stream().filter(service -> !service.enforce().egress()).toList();
        finding(name, " of ingress", openIngress, "enforce");
        finding(name, " of egress", openEgress, "enforce");
        byNamespace.put(name, enforce(openIngress.isEmpty(), openEgress.isEmpty()));
    }

    private void finding(String namespace, String direction, List<Service> cutOff, String why) {
        if (!cutOff.isEmpty()) {
            List<String> names =
                    cutOff.stream().map(service -> service.name().name()).toList();
            finding(
                    cutOff.get(0).place(),
                    namespace + " has no default deny" + direction + ", which would cut off " + Shown.list(names) + " ("
                            + why + ")");
        }
    }

    private static Enforce enforce(boolean ingress, boolean egress) {
        if (ingress) {
            return egress ? Enforce.BOTH : Enforce.INGRESS;
        }
        return egress ? Enforce.EGRESS : Enforce.NONE;
    }

    private boolean isComplete(String name, Namespace said, List<Service> services) {
        if (said.defaultDeny() != DefaultDeny.WHEN_COMPLETE) {
            return true;
        }
        Set<String> missing = new TreeSet<>(said.workloads());
        missing.addAll(callersByNamespace.getOrDefault(name, Set.of()));
        services.forEach(service -> missing.remove(service.name().name()));
        if (!missing.isEmpty()) {
            finding(said.place(), name + " has no default deny yet: nobody declares " + Shown.list(missing) + " there");
        }
        return missing.isEmpty();
    }

    private void finding(Place place, String problem) {
        findings.add(new Finding(FindingRule.NO_DEFAULT_DENY, place, List.of(), problem, REMEDY));
    }
}
