package io.maskwire.json;

import io.maskwire.policy.Classification;
import org.jspecify.annotations.Nullable;

/**
 * Where a value is, as far as rules can tell places apart: a state of the automaton that all rules are compiled into.
 *
 * <p>The next states are made when a document first comes there. Safe for use by many threads: all but the links is
 * final, and a link that isn't seen yet is made again.
 */
final class Place {

    private final JsonRules rules;
    private final int[] open;
    private final @Nullable Classification classification;
    private final Traits traits;
    private final boolean touched;
    private final boolean valueOfPair;
    private final boolean specialObject;
    private final @Nullable Place[] next;
    private @Nullable Place element;

    /**
     * @param open the steps of rules that may lead on from here
     * @param classification what is known about every value here and below
     * @param traits what else is known about a value here
     * @param symbols how many symbols have a link
     */
    Place(JsonRules rules, int[] open, @Nullable Classification classification, Traits traits, int symbols) {
        this.rules = rules;
        this.open = open;
        this.classification = classification;
        this.traits = traits;
        this.touched = traits.isSpecial() || classification != null || rules.masksUnclassified();
        this.valueOfPair = traits.role() == Traits.Role.VALUE;
        this.specialObject = traits.pair() != null || traits.names() != null;
        this.next = new Place[symbols];
    }

    /** The place of a member of this object. */
    Place member(Symbol name) {
        int id = name.id();
        if (id >= next.length) {
            return rules.follow(this, name);
        }
        Place known = next[id];
        return known == null ? link(name) : known;
    }

    /** The place of the elements of this array, which is that of members whose names no rule knows. */
    Place element() {
        Place known = element;
        return known == null ? linkElement() : known;
    }

    private Place linkElement() {
        Place made = member(rules.names().other());
        element = made;
        return made;
    }

    private Place link(Symbol name) {
        Place made = rules.follow(this, name);
        next[name.id()] = made;
        return made;
    }

    int[] open() {
        return open;
    }

    @Nullable
    Classification classification() {
        return classification;
    }

    /** True if more must be known about the members of an object here than where their names lead to. */
    boolean isSpecialObject() {
        return specialObject;
    }

    boolean isPair() {
        return traits.pair() != null;
    }

    /** What the names of an object's members are; null if they stay. */
    @Nullable
    Classification names() {
        return traits.names();
    }

    boolean isValueOfPair() {
        return valueOfPair;
    }

    Traits traits() {
        return traits;
    }

    /** False if every scalar here is written as it is, whoever receives. */
    boolean touched() {
        return touched;
    }
}
