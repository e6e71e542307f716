package io.maskwire.json;

import io.maskwire.json.Traits.Role;
import io.maskwire.policy.Classification;
import io.maskwire.policy.FieldPath;
import io.maskwire.policy.FieldPath.Step;
import io.maskwire.policy.FieldRule;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import io.maskwire.policy.Unclassified;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
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
    private record End(@Nullable Classification classification, Traits traits) {}

    private record Key(BitSet open, @Nullable Classification classification, Traits traits) {}

    private final List<Edge> edges = new ArrayList<>();
    private final Map<String, Integer> pairNames = new HashMap<>();
    private final boolean masksUnclassified;
    private final Names names;
    private final Place root;
    private final Place erased;
    private final int mostPlaces;
    private final ConcurrentHashMap<Key, Place> places = new ConcurrentHashMap<>();

    JsonRules(MaskingPolicy policy, Settings settings) {
        this.masksUnclassified = policy.unclassified() == Unclassified.MASK;
        Names.Builder steps = new Names.Builder();
        Start start = new Start();
        for (FieldRule rule : policy.fields()) {
            add(rule.path(), new End(rule.classification(), Traits.NONE), steps, start);
        }
        Stream.concat(policy.embedded().stream(), settings.embedded().stream())
                .distinct()
                .forEach(path -> add(path, new End(null, new Traits(true, null, null, Role.NONE)), steps, start));
        for (FieldRule keys : policy.mapKeys()) {
            add(keys.path(), new End(null, new Traits(false, null, keys.classification(), Role.NONE)), steps, start);
        }
        for (PairRule pair : settings.pairs()) {
            add(pair.path(), new End(null, new Traits(false, pair, null, Role.NONE)), steps, start);
            addName(pair.name(), steps);
            addName(pair.value(), steps);
        }
        this.names = steps.build();
        this.mostPlaces = Math.max(FEWEST_PLACES, Math.min(MOST_PLACES, LINKS / names.symbols()));
        this.root = place(start.open, start.classification, start.traits);
        this.erased = place(new BitSet(), Classification.ofMask(Masks.erase()), Traits.NONE);
    }

    /** What holds at the root. */
    private static final class Start {
        private final BitSet open = new BitSet();
        private @Nullable Classification classification;
        private Traits traits = Traits.NONE;
    }

    private void addName(String name, Names.Builder steps) {
        pairNames.put(name, steps.add(new Step(Step.Kind.NAME, FieldPath.fold(name), false, false)));
    }

    private void add(FieldPath path, End end, Names.Builder steps, Start start) {
        List<Step> all = path.steps();
        if (all.isEmpty()) {
            start.classification = Classification.both(end.classification(), start.classification);
            start.traits = start.traits.and(end.traits());
            return;
        }
        start.open.set(edges.size());
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

    /** A place whose values nobody sees. */
    Place erased() {
        return erased;
    }

    /** The place a name leads to. */
    Place follow(Place from, Symbol name) {
        BitSet open = new BitSet();
        Classification classification = from.classification();
        Traits traits = Traits.ofRole(role(from.traits().pair(), name));
        for (int at : from.open()) {
            Edge edge = edges.get(at);
            if (edge.descendant()) {
                open.set(at);
            }
            if (name.isReachedBy(edge.step())) {
                End end = edge.end();
                if (end == null) {
                    open.set(at + 1);
                } else {
                    classification = Classification.both(end.classification(), classification);
                    traits = traits.and(end.traits());
                }
            }
        }
        return place(open, classification, traits);
    }

    /** The place of a value somewhere in a document, of which more is known than paths say. */
    Place at(FieldPath.Location where, @Nullable Classification known) {
        Deque<FieldPath.Location> way = new ArrayDeque<>();
        FieldPath.Location step = where;
        for (FieldPath.Location above = step.parent(); above != null; above = step.parent()) {
            way.push(step);
            step = above;
        }
        Place here = root;
        for (FieldPath.Location next : way) {
            String name = next.name();
            here = name == null ? here.element() : here.member(names.of(name));
        }
        return place(openAt(here), Classification.both(here.classification(), known), here.traits());
    }

    private static BitSet openAt(Place place) {
        BitSet open = new BitSet();
        Arrays.stream(place.open()).forEach(open::set);
        return open;
    }

    private Role role(@Nullable PairRule pair, Symbol name) {
        if (pair == null) {
            return Role.NONE;
        }
        if (name.isReachedBy(Objects.requireNonNull(pairNames.get(pair.name())))) {
            return Role.NAME;
        }
        return name.isReachedBy(Objects.requireNonNull(pairNames.get(pair.value()))) ? Role.VALUE : Role.NONE;
    }

    /** The place of a value to which both apply. */
    Place both(Place one, Place other) {
        BitSet open = openAt(one);
        open.or(openAt(other));
        return place(
                open,
                Classification.both(one.classification(), other.classification()),
                one.traits().and(other.traits()));
    }

    private Place place(BitSet open, @Nullable Classification classification, Traits traits) {
        Key key = new Key(open, classification, traits);
        Place known = places.get(key);
        if (known != null) {
            return known;
        }
        boolean full = places.size() >= mostPlaces;
        int[] edgesFrom = open.stream().toArray();
        Place made = new Place(this, edgesFrom, classification, traits, full ? 0 : names.symbols());
        if (full) {
            return made;
        }
        Place other = places.putIfAbsent(key, made);
        return other == null ? made : other;
    }
}
