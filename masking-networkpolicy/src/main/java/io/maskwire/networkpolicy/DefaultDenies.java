package io.maskwire.networkpolicy;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DefaultDeny;
import io.maskwire.declaration.Enforce;
import io.maskwire.declaration.Fleet;
import io.maskwire.declaration.Namespace;
import io.maskwire.declaration.Place;
import io.maskwire.declaration.Service;
import io.maskwire.declaration.ServiceName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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
        Set<String> unmanaged = new TreeSet<>();
        Set<String> openIngress = new TreeSet<>();
        Set<String> openEgress = new TreeSet<>();
        for (Service service : services) {
            String workload = service.name().name();
            if (!service.managed()) {
                unmanaged.add(workload);
            } else {
                if (!service.enforce().ingress()) {
                    openIngress.add(workload);
                }
                if (!service.enforce().egress()) {
                    openEgress.add(workload);
                }
            }
        }
        decide(name, place(said, services), unmanaged, openIngress, openEgress);
    }

    private void decide(
            String name, Place place, Set<String> unmanaged, Set<String> openIngress, Set<String> openEgress) {
        if (!unmanaged.isEmpty()) {
            finding(
                    place,
                    name + " has no default deny, which would cut off " + Shown.list(unmanaged) + " (managed: false)");
            return;
        }
        if (!openIngress.isEmpty()) {
            finding(
                    place,
                    name + " has no default deny of ingress, which would cut off " + Shown.list(openIngress)
                            + " (enforce)");
        }
        if (!openEgress.isEmpty()) {
            finding(
                    place,
                    name + " has no default deny of egress, which would cut off " + Shown.list(openEgress)
                            + " (enforce)");
        }
        byNamespace.put(name, enforce(openIngress.isEmpty(), openEgress.isEmpty()));
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

    private static Place place(@Nullable Namespace said, List<Service> services) {
        return said == null ? services.get(0).place() : said.place();
    }

    private void finding(Place place, String problem) {
        findings.add(new Finding(FindingRule.NO_DEFAULT_DENY, place, List.of(), problem, REMEDY));
    }
}
