package io.maskwire.networkpolicy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes block-style YAML line by line: two spaces a level, LF, every doubtful text in double quotes. */
final class Yaml {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?");

    /** What YAML 1.1, YAML 1.2 or a common reader takes for something else than text. */
    private static final Set<String> OTHER_TYPES =
            Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "t", "f", "null", "nan", "inf", "infinity");

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
        text.append("  ".repeat(item ? depth - 1 : depth))
                .append(item ? "- " : "")
                .append(content)
                .append('\n');
        item = false;
        return this;
    }

    static String scalar(String value) {
        boolean plain = PLAIN.matcher(value).matches() && !OTHER_TYPES.contains(value.toLowerCase(Locale.ROOT));
        return plain ? value : quoted(value);
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
