package io.maskwire.policy;

import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Cuts text where people see one character end: Unicode extended grapheme clusters (UAX #29). What nobody sees is no
 * character: control and format characters on their own, fillers, unpaired surrogates.
 */
final class Graphemes {

    // \X is matched by a loop without backtracking.
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    // The longest emoji people use has ten code points.
    private static final int MOST_CODE_POINTS = 12;

    /** No character that {@link #isOne} has more {@code char}s. */
    static final int LONGEST = 2 * MOST_CODE_POINTS;

    // Tags and variation selectors of plane 14: a whole text can hide behind one character.
    private static final int FIRST_TAG = 0xE0000;
    private static final int LAST_SELECTOR = 0xE01EF;

    // Letters and symbols without a glyph: Hangul fillers, the blank of Braille.
    private static final String FILLERS = "\u115f\u1160\u3164\uffa0\u2800";

    // Devanagari, Bengali, Gujarati, Odia, Telugu, Malayalam: the scripts in which a virama joins two letters into one.
    private static final String VIRAMAS = "\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d";
    private static final char FIRST_INDIC = '\u0900';
    private static final char LAST_INDIC = '\u0d7f';
    private static final char DELETE = '\u007f';
    private static final char ZERO_WIDTH_JOINER = '\u200d';

    private Graphemes() {}

    /** The characters of a text one by one, white space among them. */
    static Stream<String> of(String text) {
        return StreamSupport.stream(new Cutter(text), false).filter(Graphemes::isSeen);
    }

    /** True if each char is a character that is seen: visible ASCII only, as most texts are. */
    static boolean areChars(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= DELETE) {
                return false;
            }
        }
        return true;
    }

    /** The characters that are no white space. */
    static Stream<String> visible(String text) {
        return of(text).filter(character -> !isSpace(character));
    }

    /** Cuts on one Java version as on any other: only newer ones keep the conjuncts of Indic scripts together (GB9c). */
    private static final class Cutter extends AbstractSpliterator<String> {

        private final String text;
        private final Matcher clusters;

        Cutter(String text) {
            super(text.length(), ORDERED | NONNULL);
            this.text = text;
            this.clusters = CLUSTER.matcher(text);
        }

        @Override
        public boolean tryAdvance(Consumer<? super String> action) {
            if (!clusters.find()) {
                return false;
            }
            int start = clusters.start();
            int end = clusters.end();
            while (isInConjunct(text, end) && clusters.find()) {
                end = clusters.end();
            }
            action.accept(text.substring(start, end));
            return true;
        }
    }

    /** True between a virama, with or without marks behind it, and a letter. */
    private static boolean isInConjunct(String text, int at) {
        boolean beforeLetter = at < text.length()
                && text.charAt(at) >= FIRST_INDIC
                && text.charAt(at) <= LAST_INDIC
                && Character.isLetter(text.charAt(at));
        for (int i = at - 1; beforeLetter && i >= 0 && isMark(text.charAt(i)); i--) {
            if (VIRAMAS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMark(char c) {
        return c == ZERO_WIDTH_JOINER || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    static boolean isSpace(String character) {
        return character
                .codePoints()
                .filter(Graphemes::hasGlyph)
                .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** True if a character has few enough marks to be no more than people see. */
    static boolean isOne(String character) {
        return character.codePointCount(0, character.length()) <= MOST_CODE_POINTS
                && character.codePoints().noneMatch(c -> c >= FIRST_TAG && c <= LAST_SELECTOR);
    }

    private static boolean isSeen(String character) {
        return character.codePoints().anyMatch(Graphemes::hasGlyph);
    }

    private static boolean hasGlyph(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> FILLERS.indexOf(c) < 0;
        };
    }
}
