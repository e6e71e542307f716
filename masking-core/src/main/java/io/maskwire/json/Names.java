package io.maskwire.json;

import io.maskwire.policy.FieldPath;
import io.maskwire.policy.FieldPath.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * From a member's name to its symbol: by one look-up however many names the rules have, and one pass over the name for
 * all their patterns. Safe for use by many threads.
 */
final class Names {

    /** How many symbols that only patterns make may have links in tables. */
    private static final int COMBINATIONS = 64;

    /** What rules ask about a name, apart from the depth. */
    private record Question(Step.Kind kind, String name, boolean exact) {}

    /** Collects the steps of all rules. Not thread-safe. */
    static final class Builder {

        private final Map<Question, Integer> ids = new LinkedHashMap<>();
        private final List<Step> steps = new ArrayList<>();

        /** The number of this step; steps that ask the same have the same. */
        int add(Step step) {
            if (step.kind() == Step.Kind.ANY) {
                return Symbol.ANY;
            }
            Question question = new Question(step.kind(), step.name(), step.exact());
            return ids.computeIfAbsent(question, isNew -> {
                steps.add(step);
                return steps.size() - 1;
            });
        }

        Names build() {
            return new Names(steps);
        }
    }

    /** The steps to names that fold to the same. */
    private static final class Entry {
        private final byte[] folded;
        private final BitSet steps = new BitSet();
        private boolean exact;
        private @Nullable Symbol symbol;

        Entry(String folded) {
            this.folded = folded.getBytes(StandardCharsets.UTF_8);
        }
    }

    private final List<Step> steps;
    private final Map<String, Entry> entries = new HashMap<>();
    private final @Nullable Entry[] table;
    private final NamePatterns patterns;
    private final ConcurrentHashMap<BitSet, Symbol> symbols = new ConcurrentHashMap<>();
    private final int mostSymbols;
    private final Symbol other;

    private Names(List<Step> steps) {
        this.steps = List.copyOf(steps);
        this.patterns = new NamePatterns(steps);
        for (int id = 0; id < steps.size(); id++) {
            if (steps.get(id).kind() == Step.Kind.NAME) {
                add(steps.get(id), id);
            }
        }
        this.mostSymbols = 1 + steps.size() + COMBINATIONS;
        this.other = symbol(new BitSet());
        this.table = new Entry[Integer.highestOneBit(entries.size() + 1) * 4];
        for (Entry entry : entries.values()) {
            if (!entry.exact) {
                entry.symbol = symbol(entry.steps);
            }
            put(entry);
        }
    }

    private void add(Step step, int id) {
        Entry entry = entries.computeIfAbsent(step.exact() ? FieldPath.fold(step.name()) : step.name(), Entry::new);
        entry.exact |= step.exact();
        entry.steps.set(id);
    }

    private void put(Entry entry) {
        int slot = FoldedBytes.hash(entry.folded, 0, entry.folded.length) & table.length - 1;
        while (table[slot] != null) {
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = entry;
    }

    /** How many symbols tables have room for. */
    int symbols() {
        return mostSymbols;
    }

    /** The symbol of all names that no rule knows. */
    Symbol other() {
        return other;
    }

    /** The symbol of a name without escapes, in UTF-8. */
    Symbol of(byte[] text, int from, int to) {
        Entry entry = entry(text, from, to);
        if (patterns.mayMatch(text, from, to) || entry != null && entry.exact) {
            return of(new String(text, from, to - from, StandardCharsets.UTF_8));
        }
        Symbol symbol = entry == null ? null : entry.symbol;
        return symbol == null ? other : symbol;
    }

    private @Nullable Entry entry(byte[] text, int from, int to) {
        int slot = FoldedBytes.hash(text, from, to) & table.length - 1;
        for (Entry entry = table[slot]; entry != null; entry = table[slot]) {
            if (FoldedBytes.equals(entry.folded, text, from, to)) {
                return entry;
            }
            slot = slot + 1 & table.length - 1;
        }
        return null;
    }

    /** The symbol of any name. */
    Symbol of(String name) {
        BitSet matching = new BitSet();
        String folded = FieldPath.fold(name);
        Entry entry = entries.get(folded);
        if (entry != null) {
            matching.or(entry.steps);
        }
        patterns.addCandidates(folded, matching);
        for (int id = matching.nextSetBit(0); id >= 0; id = matching.nextSetBit(id + 1)) {
            if (!steps.get(id).matches(name)) {
                matching.clear(id);
            }
        }
        return symbol(matching);
    }

    private Symbol symbol(BitSet matching) {
        Symbol known = symbols.get(matching);
        if (known != null) {
            return known;
        }
        if (symbols.size() >= mostSymbols) {
            return new Symbol(Integer.MAX_VALUE, matching);
        }
        return intern(matching);
    }

    private synchronized Symbol intern(BitSet matching) {
        Symbol known = symbols.get(matching);
        if (known != null) {
            return known;
        }
        int id = symbols.size() < mostSymbols ? symbols.size() : Integer.MAX_VALUE;
        Symbol made = new Symbol(id, matching);
        if (id < mostSymbols) {
            symbols.put(matching, made);
        }
        return made;
    }
}
