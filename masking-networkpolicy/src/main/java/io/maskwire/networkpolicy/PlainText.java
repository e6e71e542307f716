package io.maskwire.networkpolicy;

import java.util.Collection;
import java.util.TreeSet;

/** Words of a declaration made fit for one line of text: a comment or a message. */
final class PlainText {

    private PlainText() {}

    /**
     * The text on one line: whatever could end a line, hide or reorder text, or is no character becomes a space; spaces
     * are then joined. Written out by code point, since a JDK's knowledge of Unicode grows and the text must not change.
     */
    static String line(String text) {
        return isPlain(text) ? text : cleaned(text);
    }

    /** Whether there are only visible ASCII characters with single spaces between them, as nearly always. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }

    private static String cleaned(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isSpace(c) || isUnsafe(c)) {
                gap = !line.isEmpty();
            } else {
                line.append(gap ? " " : "").appendCodePoint(c);
                gap = false;
            }
        }
        return line.toString();
    }

    /** The names sorted and joined by commas, or {@code nothing}. */
    static String list(Collection<String> names) {
        return names.isEmpty() ? "nothing" : line(String.join(", ", new TreeSet<>(names)));
    }

    private static boolean isSpace(int c) {
        return c <= ' ' || c == 0xA0 || c >= 0x2000 && c <= 0x200A || c == 0x202F || c == 0x205F || c == 0x3000;
    }

    private static boolean isUnsafe(int c) {
        return c >= 0x7F && c <= 0x9F || isLineBreak(c) || isDirection(c) || isInvisible(c) || isNoCharacter(c);
    }

    private static boolean isLineBreak(int c) {
        return c == 0x2028 || c == 0x2029;
    }

    private static boolean isDirection(int c) {
        return c == 0x061C || c == 0x200E || c == 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    private static boolean isInvisible(int c) {
        return c == 0xAD || c == 0x200B || c >= 0x2060 && c <= 0x2064 || c == 0xFEFF || c >= 0xE0000 && c <= 0xE007F;
    }

    private static boolean isNoCharacter(int c) {
        return c >= 0xD800 && c <= 0xDFFF || c >= 0xFFF9 && c <= 0xFFFB || (c & 0xFFFE) == 0xFFFE;
    }
}
