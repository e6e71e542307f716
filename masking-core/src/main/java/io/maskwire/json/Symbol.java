package io.maskwire.json;

import java.util.BitSet;

/** What rules can tell about a member's name: which of their steps lead to it. All names no rule knows are one symbol. */
final class Symbol {

    /** Stands for a step to every name. */
    static final int ANY = -1;

    private final int id;
    private final BitSet steps;

    Symbol(int id, BitSet steps) {
        this.id = id;
        this.steps = steps;
    }

    /** The place in tables; one past their end if there were too many symbols to have a table. */
    int id() {
        return id;
    }

    boolean isReachedBy(int step) {
        return step == ANY || steps.get(step);
    }
}
