package io.maskwire.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is known about the open objects that are pairs: where their values are, as the members their names say. */
final class Pairs {

    private static final int FIRST_DEPTH = 8;

    private final JsonRules rules;
    private Place[] pairs = new Place[FIRST_DEPTH];
    private @Nullable Place[] named = new Place[FIRST_DEPTH];
    private boolean[] written = new boolean[FIRST_DEPTH];

    Pairs(JsonRules rules) {
        this.rules = rules;
    }

    /** A pair opens at this depth. */
    void open(int depth, Place pair) {
        if (depth >= named.length) {
            pairs = Arrays.copyOf(pairs, 2 * depth);
            named = Arrays.copyOf(named, 2 * depth);
            written = Arrays.copyOf(written, 2 * depth);
        }
        pairs[depth] = pair;
        named[depth] = null;
        written[depth] = false;
    }

    /** False if it is too late: the value was written under another name. */
    boolean name(int depth, @Nullable String name) {
        Place here = name == null
                ? rules.erased()
                : pairs[depth].member(rules.names().of(name));
        Place before = named[depth];
        named[depth] = before == null ? here : rules.both(before, here);
        return !written[depth];
    }

    /** The place of the value. Before any name it is one nobody sees. */
    Place value(int depth, Place member) {
        Place name = named[depth];
        written[depth] = name != null;
        return name == null ? rules.erased() : rules.both(member, name);
    }
}
