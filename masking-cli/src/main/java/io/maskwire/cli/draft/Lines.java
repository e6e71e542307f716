package io.maskwire.cli.draft;

import java.util.ArrayList;
import java.util.List;

/** The lines of a draft, each with where it comes from. */
final class Lines {

    private static final int COMMENTS_FROM = 42;

    private final List<String> lines = new ArrayList<>();

    /** A line without a source of its own. */
    void add(String text) {
        lines.add(text);
    }

    /** A line and what it is taken from, or a hint. */
    void add(String text, Object source) {
        String gap = " ".repeat(Math.max(2, COMMENTS_FROM - text.length()));
        lines.add(text + gap + "# " + source.toString().replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?"));
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
