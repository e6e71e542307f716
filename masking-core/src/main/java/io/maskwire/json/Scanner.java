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

    // The innermost open container, and around it those on the stack.
    private Place container;
    private boolean inObject;
    private int depth;
    private Place[] containers = new Place[FIRST_DEPTH];
    private boolean[] objects = new boolean[FIRST_DEPTH];

    private final Pairs pairs;

    // What is guessed from: the gap before the innermost open container, and the latest gap in it if it is an object.
    private final @Nullable Predictor predictor;
    private boolean predicting;
    private int misses;
    private @Nullable Gap owner;
    private @Nullable Gap latest;
    private @Nullable Gap[] owners = new Gap[FIRST_DEPTH];

    Scanner(JsonRules rules, @Nullable Predictor predictor) {
        super(rules.names());
        this.container = rules.root();
        this.predictor = predictor;
        this.pairs = new Pairs(rules);
    }

    /** From where a value begins to where it ends. */
    int value(int from, Place root) throws IOException {
        depth = 0;
        inObject = false;
        startPredicting();
        int i = from;
        Place place = root;
        while (true) {
            byte c = buf[i];
            if (c == '"') {
                i = place.touched() ? touchedString(i, place) : string(i + 1);
            } else if (c == '{') {
                open(i, place, true);
                i = firstMember(i + 1);
                if (i >= 0) {
                    place = memberPlace();
                    continue;
                }
                i = ~i;
            } else if (c == '[') {
                open(i, place, false);
                i = skip(i + 1);
                if (buf[i] != ']') {
                    place = container.element();
                    continue;
                }
            } else {
                i = place.touched() ? touchedScalar(i, place) : scalar(i);
            }
            i = closed(i);
            if (depth == 0) {
                return i;
            }
            if (inObject) {
                i = member(i);
                place = memberPlace();
            } else {
                i = skip(i + 1);
                place = container.element();
            }
        }
    }

    /** From where something ends: closes what ends there too, and goes to the next comma unless all is closed. */
    private int closed(int from) throws IOException {
        int i = from;
        while (depth > 0) {
            i = skip(i);
            byte c = buf[i];
            if (c == ',') {
                return i;
            }
            if (c != (inObject ? '}' : ']')) {
                throw expected(inObject ? "a comma or }" : "a comma or ]", i);
            }
            close(depth - 1);
            i++;
        }
        return i;
    }

    // Members

    /** From after the brace to the first value; or, inverted, to the brace that closes at once. */
    private int firstMember(int from) throws IOException {
        Gap guess = predicting && owner != null ? predictor().firstIn(owner) : null;
        if (guess != null && guess.isAt(buf, from, end)) {
            return take(guess, from);
        }
        long gap = offset(from);
        int i = skip(from);
        if (buf[i] == '}') {
            return ~i;
        }
        i = name(i);
        if (predicting && gap >= base) {
            latest = predictor().first(buf, (int) (gap - base), i, symbol);
            if (latest != null && owner != null) {
                owner.openedBy(latest);
            }
            miss();
        }
        return i;
    }

    /** From the comma to the next value. */
    private int member(int from) throws IOException {
        Gap guess = predicting && latest != null ? predictor().after(latest) : null;
        if (guess != null && guess.isAt(buf, from, end)) {
            return take(guess, from);
        }
        long gap = offset(from);
        int i = name(skip(from + 1));
        if (predicting) {
            Gap before = latest;
            latest = gap < base ? null : predictor().next(buf, (int) (gap - base), i, symbol);
            if (latest != null && before != null) {
                before.followedBy(latest);
            }
            miss();
        }
        return i;
    }

    private int take(Gap guess, int from) throws IOException {
        latest = guess;
        symbol = guess.symbol();
        return skip(from + guess.length());
    }

    private Place memberPlace() {
        Place place = container.member(symbol);
        return place.isValueOfPair() ? pairs.value(depth, place) : place;
    }

    @Override
    void pairNamed(@Nullable String name) {
        if (!pairs.name(depth, container, name)) {
            throw JsonException.malformed("a pair says another name after its value", base);
        }
    }

    // Predicting

    private void startPredicting() {
        predicting = predictor != null;
        misses = 0;
        owner = predictor == null ? null : predictor.root();
        latest = null;
    }

    private void miss() {
        misses++;
        if (misses > FREE_MISSES + (base + end >> MISS_SHIFT)) {
            predicting = false;
        }
    }

    private Predictor predictor() {
        return Objects.requireNonNull(predictor);
    }

    // What is open

    private void open(int i, Place place, boolean object) {
        if (depth == limits.depth()) {
            throw JsonException.limit("The nesting passes " + limits.depth() + " levels (JsonLimits.depth)", offset(i));
        }
        if (depth == containers.length) {
            containers = Arrays.copyOf(containers, 2 * depth);
            objects = Arrays.copyOf(objects, 2 * depth);
            owners = Arrays.copyOf(owners, 2 * depth);
        }
        containers[depth] = container;
        objects[depth] = inObject;
        owners[depth] = owner;
        depth++;
        owner = inObject ? latest : owner;
        latest = null;
        container = place;
        inObject = object;
        if (place.isPair()) {
            pairs.open(depth);
        }
    }

    private void close(int outer) {
        depth = outer;
        container = containers[depth];
        inObject = objects[depth];
        // The gap before the container that closes is the latest one in the object around it.
        latest = owner;
        owner = owners[depth];
    }
}
