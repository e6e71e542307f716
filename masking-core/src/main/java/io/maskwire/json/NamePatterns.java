package io.maskwire.json;

import io.maskwire.policy.FieldPath;
import io.maskwire.policy.FieldPath.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Finds, in one pass over a name, the patterns that may match it: those of which a piece between the {@code *} occurs in
 * it (Aho and Corasick, 1975). Immutable.
 */
final class NamePatterns {

    /** More of a piece tells little more, and needs tables. */
    private static final int LONGEST_PIECE = 16;

    private final byte[] letters = new byte[256];
    private int letterCount = 1;
    private final List<int[]> children = new ArrayList<>();
    private final List<BitSet> found = new ArrayList<>();
    private final int[] moves;
    private final boolean empty;

    NamePatterns(List<Step> steps) {
        for (Step step : steps) {
            if (step.kind() == Step.Kind.PATTERN) {
                addLetters(piece(step));
            }
        }
        this.empty = letterCount == 1;
        newState();
        for (int id = 0; id < steps.size(); id++) {
            if (steps.get(id).kind() == Step.Kind.PATTERN) {
                add(piece(steps.get(id)), id);
            }
        }
        this.moves = moves();
        children.clear();
    }

    /** The longest piece, folded. */
    private static byte[] piece(Step step) {
        byte[] longest = new byte[0];
        for (String piece : FieldPath.fold(step.name()).split("\\*")) {
            byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
            longest = bytes.length > longest.length ? bytes : longest;
        }
        return Arrays.copyOf(longest, Math.min(longest.length, LONGEST_PIECE));
    }

    private void addLetters(byte[] piece) {
        for (byte c : piece) {
            if (letters[c & 0xff] == 0) {
                letters[c & 0xff] = (byte) letterCount++;
            }
        }
    }

    private int newState() {
        children.add(new int[letterCount]);
        found.add(new BitSet());
        return children.size() - 1;
    }

    private int letter(byte c) {
        return letters[c & 0xff] & 0xff;
    }

    private void add(byte[] piece, int id) {
        int state = 0;
        for (byte c : piece) {
            int letter = letter(c);
            int child = children.get(state)[letter];
            if (child == 0) {
                child = newState();
                children.get(state)[letter] = child;
            }
            state = child;
        }
        found.get(state).set(id);
    }

    /** For each state and letter the next state; where a piece can't go on, that of the longest one that still can. */
    private int[] moves() {
        int[] all = new int[children.size() * letterCount];
        int[] shorter = new int[children.size()];
        Deque<Integer> queue = new ArrayDeque<>(List.of(0));
        while (!queue.isEmpty()) {
            int state = queue.remove();
            found.get(state).or(found.get(shorter[state]));
            for (int letter = 1; letter < letterCount; letter++) {
                int fallback = state == 0 ? 0 : all[shorter[state] * letterCount + letter];
                int child = children.get(state)[letter];
                all[state * letterCount + letter] = child == 0 ? fallback : child;
                if (child != 0) {
                    shorter[child] = fallback;
                    queue.add(child);
                }
            }
        }
        return all;
    }

    /** False if surely none matches. */
    boolean mayMatch(byte[] name, int from, int to) {
        if (empty) {
            return false;
        }
        int state = 0;
        for (int i = from; i < to; i++) {
            byte c = FoldedBytes.of(name[i]);
            if (c != 0) {
                state = moves[state * letterCount + letter(c)];
                if (!found.get(state).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Adds those that may match a folded name. */
    void addCandidates(String folded, BitSet candidates) {
        if (empty) {
            return;
        }
        int state = 0;
        for (byte c : folded.getBytes(StandardCharsets.UTF_8)) {
            state = moves[state * letterCount + letter(c)];
            candidates.or(found.get(state));
        }
    }
}
