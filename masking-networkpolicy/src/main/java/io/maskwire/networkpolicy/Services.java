package io.maskwire.networkpolicy;

import io.maskwire.declaration.Call;
import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Service;
import io.maskwire.declaration.ServiceName;
import io.maskwire.networkpolicy.api.Shown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The declarations of a fleet by the service each is about, every service once. */
final class Services {

    private static final int MOST_NAMES = 12;

    private final SortedMap<ServiceName, Declaration> byName;
    private final Map<ServiceName, Declaration> index;

    private Services(SortedMap<ServiceName, Declaration> byName) {
        this.index = new HashMap<>(byName);
        this.byName = Collections.unmodifiableSortedMap(byName);
    }

    /** Merges declarations; two of one service are a problem that names both places. */
    static Services merge(Collection<Declaration> declarations, Problems problems) {
        SortedMap<ServiceName, Declaration> byName = new TreeMap<>();
        List<Declaration> inOrder = declarations.stream()
                .sorted((a, b) ->
                        Problems.BY_PLACE.compare(service(a).place(), service(b).place()))
                .toList();
        for (Declaration declaration : inOrder) {
            Service service = service(declaration);
            Declaration before = byName.putIfAbsent(service.name(), declaration);
            if (before != null) {
                problems.add(
                        service.place(),
                        "the service " + service.name() + " is declared twice, first at "
                                + service(before).place(),
                        "rename one of the two or leave one file out");
            }
        }
        return new Services(byName);
    }

    static Service service(Declaration declaration) {
        return declaration
                .service()
                .orElseThrow(() -> new IllegalArgumentException(
                        "A declaration without a service has no place in a fleet; leave it out"));
    }

    Collection<Declaration> declarations() {
        return byName.values();
    }

    SortedSet<ServiceName> names() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(byName.keySet()));
    }

    @Nullable
    Declaration get(ServiceName name) {
        return index.get(name);
    }

    /** The declarations by namespace. */
    SortedMap<String, List<Declaration>> byNamespace() {
        SortedMap<String, List<Declaration>> namespaces = new TreeMap<>();
        byName.forEach((name, declaration) -> namespaces
                .computeIfAbsent(name.namespace(), any -> new ArrayList<>())
                .add(declaration));
        return namespaces;
    }

    /** What to do about a call to a service nobody declares. */
    String remedyForUnknown(Call call) {
        List<String> elsewhere = byName.keySet().stream()
                .filter(name -> name.name().equals(call.to().name()))
                .map(ServiceName::toString)
                .toList();
        if (!elsewhere.isEmpty()) {
            return "the name exists as " + few(elsewhere) + "; write to: " + elsewhere.get(0) + " if that is meant";
        }
        List<String> near = byName.keySet().stream()
                .filter(name -> name.namespace().equals(call.to().namespace()))
                .map(ServiceName::name)
                .toList();
        return "declare it or correct the name; " + Shown.name(call.to().namespace())
                + (near.isEmpty() ? " has no declared service" : " has " + few(near));
    }

    private static String few(List<String> names) {
        int more = names.size() - MOST_NAMES;
        return String.join(", ", more > 0 ? names.subList(0, MOST_NAMES) : names)
                + (more > 0 ? " and " + more + " more" : "");
    }
}
