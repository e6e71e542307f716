package io.maskwire.networkpolicy.cluster;

import io.maskwire.networkpolicy.manifest.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Finds the pod classes that a selector selects, by the rarest of its labels. */
final class ClassIndex {

    private static final List<Integer> NOBODY = List.of();

    private final List<PodClass> classes;
    private final Map<String, List<Integer>> byNamespace = new HashMap<>();
    private final Map<Label, List<Integer>> byLabel = new HashMap<>();

    /** A label in a namespace. */
    private record Label(String namespace, String key, String value) {}

    ClassIndex(List<PodClass> classes) {
        this.classes = classes;
        for (int i = 0; i < classes.size(); i++) {
            PodClass one = classes.get(i);
            byNamespace
                    .computeIfAbsent(one.namespace(), any -> new ArrayList<>())
                    .add(i);
            for (Map.Entry<String, String> label : one.labels().entrySet()) {
                byLabel.computeIfAbsent(
                                new Label(one.namespace(), label.getKey(), label.getValue()), any -> new ArrayList<>())
                        .add(i);
            }
        }
    }

    /** Tells every class of a namespace that a selector selects. */
    void select(String namespace, Selector selector, IntConsumer found) {
        List<Integer> candidates = byNamespace.getOrDefault(namespace, NOBODY);
        for (Map.Entry<String, String> label : selector.matchLabels().entrySet()) {
            List<Integer> some = byLabel.getOrDefault(new Label(namespace, label.getKey(), label.getValue()), NOBODY);
            candidates = some.size() < candidates.size() ? some : candidates;
        }
        for (int candidate : candidates) {
            if (selector.matches(classes.get(candidate).labels())) {
                found.accept(candidate);
            }
        }
    }
}
