package io.maskwire.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** The first and last characters of a text that passes by once. For one thread. */
final class KeptEnds {

    private static final int SHOWN_AT_MOST_ONE_IN = 3;
    private static final char FIRST_COMBINING = 0x300;

    private final int first;
    private final int last;
    private final List<String> start = new ArrayList<>();
    private final Deque<String> end = new ArrayDeque<>();
    private long visible;

    private KeptEnds(int first, int last) {
        this.first = first;
        this.last = last;
    }

    /** How long a form can be beside what stands for the rest. */
    static long longest(int first, int last) {
        return ((long) first + last) * Graphemes.LONGEST;
    }

    /** Both ends of a text around what stands for the rest; the marker if they were more than a third. */
    static String around(String hidden, String text, int first, int last) {
        int plain = plainCharacters(text);
        if (plain >= 0) {
            return isFew((long) first + last, plain)
                    ? text.substring(0, first) + hidden + text.substring(text.length() - last)
                    : Masks.MARKER;
        }
        KeptEnds ends = new KeptEnds(first, last);
        Graphemes.of(text).forEachOrdered(ends::add);
        return ends.around(hidden);
    }

    /** How many characters there are beside spaces, if each {@code char} is one that can be seen; negative if not. */
    private static int plainCharacters(String text) {
        int characters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isPlain(c)) {
                return -1;
            }
            characters += c == ' ' ? 0 : 1;
        }
        return characters;
    }

    /** Latin, without control characters, the soft hyphen and the other space. */
    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7f || c > 0xa0 && c < FIRST_COMBINING && c != 0xad;
    }

    private static boolean isFew(long shown, long characters) {
        return characters / SHOWN_AT_MOST_ONE_IN >= shown;
    }

    private void add(String character) {
        // Padding hides nothing.
        visible += Graphemes.isSpace(character) ? 0 : 1;
        if (start.size() < first) {
            start.add(character);
        } else if (last > 0) {
            if (end.size() == last) {
                end.removeFirst();
            }
            end.addLast(character);
        }
    }

    private String around(String hidden) {
        boolean isShort = Stream.concat(start.stream(), end.stream()).allMatch(Graphemes::isOne);
        return isShort && isFew((long) first + last, visible)
                ? String.join("", start) + hidden + String.join("", end)
                : Masks.MARKER;
    }
}
