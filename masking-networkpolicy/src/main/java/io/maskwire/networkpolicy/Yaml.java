package io.maskwire.networkpolicy;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes block-style YAML line by line: two spaces a level, LF, every doubtful text in double quotes. */
final class Yaml {

    /** What YAML 1.1, YAML 1.2 or a common reader takes for something else than text. */
    private static final Set<String> OTHER_TYPES =
            Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "t", "f", "null", "nan", "inf", "infinity");

    private static final String FIRST_OF_OTHER_TYPES = "tfyoniTFYONI";
    private static final int LONGEST_OTHER_TYPE = 8;

    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean item;

    /** A comment on a line of its own. */
    Yaml comment(String words) {
        return line("# " + PlainText.line(words));
    }

    /** A key with a text. */
    Yaml entry(String key, String value) {
        return line(scalar(key) + ": " + scalar(value));
    }

    /** A key with a number. */
    Yaml entry(String key, int value) {
        return line(scalar(key) + ": " + value);
    }

    /** A key with an empty mapping, written out since absent would mean something else. */
    Yaml emptyMapping(String key) {
        return line(scalar(key) + ": {}");
    }

    /** A key with a truth. */
    Yaml entry(String key, boolean value) {
        return line(scalar(key) + ": " + value);
    }

    /** An empty mapping in a list. */
    Yaml emptyItem() {
        return line("- {}");
    }

    /** A text in a list. */
    Yaml element(String value) {
        return line("- " + scalar(value));
    }

    /** A key with a block below it. */
    Yaml block(String key, Runnable inside) {
        line(scalar(key) + ":");
        return nested(inside);
    }

    /** A mapping in a list, below its comments. */
    Yaml item(List<String> comments, Runnable inside) {
        comments.forEach(this::comment);
        return item(inside);
    }

    /** A mapping in a list. */
    Yaml item(Runnable inside) {
        item = true;
        return nested(inside);
    }

    private Yaml nested(Runnable inside) {
        depth++;
        inside.run();
        depth--;
        return this;
    }

    private Yaml line(String content) {
        for (int level = item ? depth - 1 : depth; level > 0; level--) {
            text.append("  ");
        }
        text.append(item ? "- " : "").append(content).append('\n');
        item = false;
        return this;
    }

    static String scalar(String value) {
        return isPlain(value) && !isOtherType(value) ? value : quoted(value);
    }

    /** A letter, then letters, digits and {@code ._/-}, and no such sign at the end; by hand, since it is asked often. */
    private static boolean isPlain(String value) {
        int last = value.length() - 1;
        if (last < 0 || !isLetter(value.charAt(0)) || !isLetterOrDigit(value.charAt(last))) {
            return false;
        }
        for (int i = 1; i < last; i++) {
            char c = value.charAt(i);
            if (!isLetterOrDigit(c) && c != '.' && c != '_' && c != '/' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isLetterOrDigit(char c) {
        return isLetter(c) || c >= '0' && c <= '9';
    }

    private static boolean isOtherType(String value) {
        return FIRST_OF_OTHER_TYPES.indexOf(value.charAt(0)) >= 0
                && value.length() <= LONGEST_OTHER_TYPE
                && OTHER_TYPES.contains(value.toLowerCase(Locale.ROOT));
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> quoted.append(escaped(c)));
        return quoted.append('"').toString();
    }

    private static String escaped(int c) {
        if (c == '"' || c == '\\') {
            return "\\" + (char) c;
        }
        if (c >= ' ' && c < 0x7F) {
            return String.valueOf((char) c);
        }
        return c <= 0xFFFF ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
