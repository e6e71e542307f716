package io.maskwire.networkpolicy.cluster;

import io.maskwire.networkpolicy.manifest.ReadNamespace;
import io.maskwire.networkpolicy.manifest.Selector;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Namespaces with their labels. Each has the label the server adds, {@value #NAME_LABEL}. */
final class Namespaces {

    static final String NAME_LABEL = "kubernetes.io/metadata.name";

    private final SortedMap<String, SortedMap<String, String>> labels = new TreeMap<>();
    private final SortedSet<String> withoutObject = new TreeSet<>();
    private final Map<Selector, List<String>> selected = new HashMap<>();

    Namespaces(Collection<ReadNamespace> read, Collection<String> mentioned) {
        read.forEach(namespace -> labels.put(namespace.name(), new TreeMap<>(namespace.labels())));
        for (String name : mentioned) {
            if (labels.putIfAbsent(name, new TreeMap<>()) == null) {
                withoutObject.add(name);
            }
        }
        // The server sets it and nobody can change it.
        labels.forEach((name, own) -> own.put(NAME_LABEL, name));
    }

    /** Those of which only the name is known. */
    SortedSet<String> withoutObject() {
        return withoutObject;
    }

    /** The names a selector selects. */
    List<String> selectedBy(Selector selector) {
        return selected.computeIfAbsent(selector, this::select);
    }

    private List<String> select(Selector selector) {
        boolean byName =
                selector.matchExpressions().isEmpty() && selector.matchLabels().containsKey(NAME_LABEL);
        if (byName) {
            String name = String.valueOf(selector.matchLabels().get(NAME_LABEL));
            SortedMap<String, String> own = labels.get(name);
            return own != null && selector.matches(own) ? List.of(name) : List.of();
        }
        return labels.entrySet().stream()
                .filter(namespace -> selector.matches(namespace.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
