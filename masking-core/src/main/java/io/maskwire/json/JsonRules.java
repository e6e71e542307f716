package io.maskwire.json;

import io.maskwire.policy.Classification;
import io.maskwire.policy.FieldPath;
import io.maskwire.policy.FieldPath.Step;
import io.maskwire.policy.FieldRule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All path rules as one automaton: how much a document costs doesn't depend on how many rules there are.
 *
 * <p>States are made when a document first needs them, up to a number; beyond it they are made again each time, so that
 * no document can fill the memory and none is masked otherwise. Safe for use by many threads.
 */
final class JsonRules {

    private static final int LINKS = 1 << 20;
    private static final int FEWEST_PLACES = 64;
    private static final int MOST_PLACES = 4096;

    /** A step of a rule, with the one after it at the next index. */
    private record Edge(
            int step, boolean descendant, @Nullable End end) {}

    /** What holds where the last step of a rule leads to. */
    private record End(@Nullable Classification classification) {}

    private record Key(BitSet open, @Nullable Classification classification, boolean embedded) {}

    private final List<Edge> edges = new ArrayList<>();
    private final boolean masksUnclassified;
    private final Names names;
    private final Place root;
    private final int mostPlaces;
    private final ConcurrentHashMap<Key, Place> places = new ConcurrentHashMap<>();

    JsonRules(List<FieldRule> rules, List<FieldPath> embedded, boolean masksUnclassified) {
        this.masksUnclassified = masksUnclassified;
        Names.Builder steps = new Names.Builder();
        BitSet open = new BitSet();
        Classification rootClassification = null;
        boolean rootEmbedded = false;
        for (FieldRule rule : rules) {
            add(rule.path(), new End(rule.classification()), steps, open);
            if (rule.path().isRoot()) {
                rootClassification = rule.classification().and(rootClassification);
            }
        }
        for (FieldPath path : embedded) {
            add(path, new End(null), steps, open);
            rootEmbedded |= path.isRoot();
        }
        this.names = steps.build();
        this.mostPlaces = Math.max(FEWEST_PLACES, Math.min(MOST_PLACES, LINKS / names.symbols()));
        this.root = place(open, rootClassification, rootEmbedded);
    }

    private void add(FieldPath path, End end, Names.Builder steps, BitSet open) {
        List<Step> all = path.steps();
        if (!all.isEmpty()) {
            open.set(edges.size());
        }
        for (int i = 0; i < all.size(); i++) {
            Step step = all.get(i);
            edges.add(new Edge(steps.add(step), step.descendant(), i == all.size() - 1 ? end : null));
        }
    }

    Place root() {
        return root;
    }

    Names names() {
        return names;
    }

    boolean masksUnclassified() {
        return masksUnclassified;
    }

    /** The place a name leads to. */
    Place follow(Place from, Symbol name) {
        BitSet open = new BitSet();
        Classification classification = from.classification();
        boolean embedded = false;
        for (int at : from.open()) {
            Edge edge = edges.get(at);
            if (edge.descendant()) {
                open.set(at);
            }
            if (name.isReachedBy(edge.step())) {
                End end = edge.end();
                if (end == null) {
                    open.set(at + 1);
                } else if (end.classification() == null) {
                    embedded = true;
                } else {
                    classification = end.classification().and(classification);
                }
            }
        }
        return place(open, classification, embedded);
    }

    private Place place(BitSet open, @Nullable Classification classification, boolean embedded) {
        Key key = new Key(open, classification, embedded);
        Place known = places.get(key);
        if (known != null) {
            return known;
        }
        boolean full = places.size() >= mostPlaces;
        int[] edgesFrom = open.stream().toArray();
        Place made = new Place(this, edgesFrom, classification, embedded, full ? 0 : names.symbols());
        if (full) {
            return made;
        }
        Place other = places.putIfAbsent(key, made);
        return other == null ? made : other;
    }
}
