package io.maskwire.json;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON texts and checks them to the letter; what stands at a classified place goes to {@link Values}.
 *
 * <p>One loop over values, members and elements; what is open lies on a stack of its own, not on the thread's. For one
 * thread at a time; used again for the next input.
 */
final class Scanner extends SpecialValues {

    private static final int FIRST_DEPTH = 32;
    /** A document without a shape to learn may cost this many wrong guesses, and one more for each 64 bytes. */
    private static final int FREE_MISSES = 48;

    private static final int MISS_SHIFT = 6;

    private final Pairs pairs;
    private final @Nullable Predictor predictor;
    private boolean predicting;
    private int misses;

    // What is around the innermost open container.
    private int depth;
    private Place[] containers = new Place[FIRST_DEPTH];
    private boolean[] objects = new boolean[FIRST_DEPTH];
    private @Nullable Gap[] owners = new Gap[FIRST_DEPTH];

    Scanner(JsonRules rules, @Nullable Predictor predictor) {
        super(rules.names());
        this.predictor = predictor;
        this.pairs = new Pairs(rules);
    }

    /**
     * From where a value begins to where it ends.
     *
     * <p>Long, since what it knows of the innermost container must stay in registers: as fields it would be stored and
     * loaded again for each value.
     */
    int value(int from, Place root) throws IOException {
        depth = 0;
        misses = 0;
        predicting = predictor != null;
        Place container = root;
        boolean inObject = false;
        // The gap before the innermost container, and the latest one in it if it is an object.
        Gap owner = predictor == null ? null : predictor.root();
        Gap latest = null;
        Place place = root;
        int i = from;
        while (true) {
            byte c = buf[i];
            if (c == '"') {
                i = place.touched() ? touchedString(i, place) : string(i + 1);
            } else if (c <= '9') {
                i = place.touched() ? touchedScalar(i, place) : number(i);
            } else if (c == '{' || c == '[') {
                push(i, container, inObject, owner);
                owner = inObject ? latest : owner;
                latest = null;
                container = place;
                inObject = c == '{';
                i++;
                if (inObject) {
                    if (place.isSpecialObject()) {
                        owner = special(place, owner);
                    }
                    Gap first = owner == null ? null : owner.first();
                    if (first != null && first.isAt(buf, i, end)) {
                        latest = first;
                        i = skip(i + first.length());
                        place = member(first, container);
                        continue;
                    }
                    long gap = offset(i);
                    i = skip(i);
                    if (buf[i] != '}') {
                        i = name(i, container.names());
                        latest = learnsIn(container) ? learnFirst(gap, i, owner) : null;
                        place = member(container.member(symbol()));
                        continue;
                    }
                } else {
                    i = skip(i);
                    if (buf[i] != ']') {
                        place = container.element();
                        continue;
                    }
                }
            } else {
                i = place.touched() ? touchedScalar(i, place) : scalar(i);
            }
            Gap guess = latest == null ? null : latest.next();
            if (guess != null && guess.isAt(buf, i, end)) {
                latest = guess;
                i = skip(i + guess.length());
                place = member(guess, container);
                continue;
            }
            while (true) {
                if (depth == 0) {
                    return i;
                }
                i = skip(i);
                c = buf[i];
                if (c == ',') {
                    break;
                }
                if (c != (inObject ? '}' : ']')) {
                    throw expected(inObject ? "a comma or }" : "a comma or ]", i);
                }
                i++;
                depth--;
                inObject = objects[depth];
                // The gap before the container that closes is the latest one in the object around it.
                latest = inObject ? owner : null;
                owner = owners[depth];
                container = containers[depth];
            }
            if (inObject) {
                long gap = offset(i);
                Gap next = latest == null ? null : latest.next();
                if (next != null && next.isAt(buf, i, end)) {
                    latest = next;
                    i = skip(i + next.length());
                    place = member(next, container);
                } else {
                    i = name(skip(i + 1), container.names());
                    latest = learnsIn(container) ? learnNext(gap, i, latest) : null;
                    place = member(container.member(symbol()));
                }
            } else {
                i = skip(i + 1);
                place = container.element();
            }
        }
    }

    private Place member(Gap gap, Place container) {
        Place place = gap.memberOf(container);
        return place == null ? member(gap.ask(container)) : place;
    }

    private Place member(Place place) {
        return place.isValueOfPair() ? pairs.value(depth, place) : place;
    }

    @Override
    void pairNamed(@Nullable String name, int at) {
        if (!pairs.name(depth, name)) {
            throw JsonException.malformed("a pair says another name after its value", offset(at));
        }
    }

    /** An object opens whose members need more. Returns the gap before it, if names in it are to be guessed. */
    private @Nullable Gap special(Place object, @Nullable Gap before) {
        if (object.isPair()) {
            pairs.open(depth, object);
        }
        return object.names() == null ? before : null;
    }

    private boolean learnsIn(Place object) {
        // Names that are data are neither guessed nor remembered.
        return predicting && object.names() == null;
    }

    private void push(int i, Place container, boolean inObject, @Nullable Gap owner) {
        if (depth == limits.depth()) {
            throw JsonException.limit("The nesting passes " + limits.depth() + " levels (JsonLimits.depth)", offset(i));
        }
        if (depth == containers.length) {
            containers = Arrays.copyOf(containers, 2 * depth);
            objects = Arrays.copyOf(objects, 2 * depth);
            owners = Arrays.copyOf(owners, 2 * depth);
        }
        // Often there already, and G1 lets a thread wait where a reference is stored into an old array.
        if (containers[depth] != container) {
            containers[depth] = container;
        }
        if (owners[depth] != owner) {
            owners[depth] = owner;
        }
        objects[depth] = inObject;
        depth++;
    }

    // What was not guessed

    private @Nullable Gap learnFirst(long gap, int to, @Nullable Gap owner) {
        miss();
        Gap learned = gap < base ? null : predictor().first(buf, (int) (gap - base), to, symbol());
        if (learned != null && owner != null) {
            owner.openedBy(learned);
        }
        return learned;
    }

    private @Nullable Gap learnNext(long gap, int to, @Nullable Gap before) {
        miss();
        Gap learned = gap < base ? null : predictor().next(buf, (int) (gap - base), to, symbol());
        if (learned != null && before != null) {
            before.followedBy(learned);
        }
        return learned;
    }

    private void miss() {
        misses++;
        predicting = misses <= FREE_MISSES + (base + end >> MISS_SHIFT);
    }

    private Predictor predictor() {
        return Objects.requireNonNull(predictor);
    }
}
