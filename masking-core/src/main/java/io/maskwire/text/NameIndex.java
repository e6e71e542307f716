package io.maskwire.text;

import io.maskwire.policy.Classification;
import io.maskwire.policy.FieldRule;
import io.maskwire.policy.FoldedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names a policy knows, asked for by a place in a text. In a text the path of a name isn't known, so the last name of
 * each path counts wherever it stands. Immutable.
 */
final class NameIndex {

    private static final int SLOTS = 1 << 15;
    private static final int FACTOR = 31;
    private static final int PAIRS = 1 << 14;
    /** A letter in small, whichever it was. */
    private static final int SMALL = 0x20;

    private static final int ASCII = 0x7F;
    private static final int MOST_ESCAPED = 256;

    private final Map<String, List<FieldRule>> byName = new HashMap<>();
    private final List<FieldRule> byPattern = new ArrayList<>();
    private final boolean masksOthers;
    private final BitSet wholeNames = new BitSet(SLOTS);
    private final BitSet endings = new BitSet(SLOTS);
    private final boolean[] lastTwo = new boolean[PAIRS];
    private final boolean digitsLast;

    /**
     * A name something is said about.
     *
     * @param classification what its value is; null if nothing is said, in a policy that masks such values
     * @param takesTheLine whether all that follows on the line is its value
     */
    record Named(@Nullable Classification classification, boolean takesTheLine) {}

    NameIndex(List<FieldRule> rules, boolean masksOthers) {
        this.masksOthers = masksOthers;
        for (FieldRule rule : rules) {
            rule.path().onlyName().ifPresentOrElse(name -> add(name, rule), () -> byPattern.add(rule));
        }
        SecretNames.all().forEach(name -> {
            endings.set(slot(hash(name)));
            addLastTwo(name);
            if (SecretNames.isNumbered(name)) {
                "0123456789".chars().forEach(digit -> addLastTwo(name + (char) digit));
            }
        });
        // As a bracket is written in a URL.
        addLastTwo("%5D");
        if (masksOthers || !byPattern.isEmpty()) {
            Arrays.fill(lastTwo, true);
        }
        "\"' \t\n\r_-:]".chars().forEach(last -> eitherIs(last));
        digitsLast = endsInDigits();
    }

    private void add(String name, FieldRule rule) {
        byName.computeIfAbsent(name, unseen -> new ArrayList<>()).add(rule);
        wholeNames.set(slot(hash(name)));
        addLastTwo(name);
    }

    private void addLastTwo(String name) {
        byte[] folded = FoldedText.of(name);
        int last = folded.length - 1;
        for (int c = 0; c < 1 << Byte.SIZE; c++) {
            int before = last > 0 ? folded[last - 1] : c;
            lastTwo[pair(before, last < 0 ? c : folded[last])] = true;
        }
    }

    private void eitherIs(int one) {
        for (int c = 0; c < 1 << Byte.SIZE; c++) {
            lastTwo[pair(c, one)] = true;
            lastTwo[pair(one, c)] |= one == '_' || one == '-';
        }
    }

    private static int pair(int before, int last) {
        return ((before | SMALL) & ASCII) << 7 | (last | SMALL) & ASCII;
    }

    /** False if no name something is said about ends with two digits. */
    boolean mayEndInDigits() {
        return digitsLast;
    }

    private boolean endsInDigits() {
        for (int c = '0'; c <= '9'; c++) {
            for (int d = '0'; d <= '9'; d++) {
                if (mayEnd(c, d)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** False if no name something is said about ends with these two characters. */
    boolean mayEnd(int before, int last) {
        return lastTwo[pair(before, last)];
    }

    private static int hash(String name) {
        byte[] folded = FoldedText.of(name);
        int hash = 0;
        for (int i = folded.length - 1; i >= 0; i--) {
            hash = next(hash, folded[i] & 0xff);
        }
        return hash;
    }

    /** The hash with one more character before; from the end, as a text is read backwards from its {@code =}. */
    private static int next(int hash, int c) {
        return c == '_' || c == '-' ? hash : FACTOR * hash + Chars.fold(c);
    }

    private static int slot(int hash) {
        return (hash ^ hash >>> 12 ^ hash >>> 24) & SLOTS - 1;
    }

    /** What is said about the name in a part of a text; null if nothing is. Nearly all names cost one look at each char. */
    @Nullable
    Named find(TextScan text, int start, int end, int escapes) {
        return start < end && maybeKnown(text, start, end) ? find(name(text, start, end, escapes)) : null;
    }

    private boolean maybeKnown(TextScan text, int start, int end) {
        if (masksOthers || !byPattern.isEmpty()) {
            return true;
        }
        int hash = 0;
        for (int i = end - 1; i >= start; i--) {
            int c = text.at(i);
            boolean last = i == end - 1;
            if (c == '\\'
                    || c == '%'
                    || c == '.' && wholeNames.get(slot(hash))
                    || last && (c == ']' || Chars.digit(c))) {
                return true;
            }
            hash = next(hash, c);
            if (endings.get(slot(hash))) {
                return true;
            }
        }
        return wholeNames.get(slot(hash));
    }

    private static String name(TextScan text, int start, int end, int escapes) {
        String raw = FoldedText.halfWidth(text.text().substring(start, end));
        if (raw.length() > MOST_ESCAPED || raw.indexOf('\\') < 0 && raw.indexOf('%') < 0) {
            return raw;
        }
        String decoded = escapes > 0 ? Escapes.ofJson(raw, escapes) : Escapes.ofUrl(raw);
        return decoded == null ? raw : decoded;
    }

    private @Nullable Named find(String name) {
        Named whole = known(name);
        if (whole != null) {
            return whole;
        }
        Named last = known(lastPart(name));
        if (last != null) {
            return last;
        }
        return masksOthers ? new Named(null, false) : null;
    }

    /** Behind the last dot, or in the last brackets that hold more than the number of an element. */
    private static String lastPart(String name) {
        if (!name.endsWith("]")) {
            return name.substring(name.lastIndexOf('.') + 1);
        }
        int open = name.lastIndexOf('[') + 1;
        int close = name.length() - 1;
        if (open > 0 && name.chars().skip(open).limit(close - open).allMatch(NameIndex::isDigit)) {
            return lastPart(name.substring(0, open - 1));
        }
        boolean quoted = close - open > 1 && isQuote(name.charAt(open)) && name.charAt(open) == name.charAt(close - 1);
        return quoted ? name.substring(open + 1, close - 1) : name.substring(open, close);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private @Nullable Named known(String name) {
        String folded = FoldedName.of(name);
        Classification said = said(name, byName.getOrDefault(folded, List.of()), null);
        said = said(name, byPattern, said);
        if (said == null) {
            said = SecretNames.of(folded);
        }
        return said == null ? null : new Named(said, SecretNames.takesTheLine(folded));
    }

    private static @Nullable Classification said(String name, List<FieldRule> rules, @Nullable Classification before) {
        Classification said = before;
        for (FieldRule rule : rules) {
            if (rule.path().mayLeadTo(name)) {
                said = rule.classification().and(said);
            }
        }
        return said;
    }
}
