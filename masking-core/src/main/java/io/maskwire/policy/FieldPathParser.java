package io.maskwire.policy;

import java.util.ArrayList;
import java.util.List;

/** Reads the path grammar; one instance reads one text. */
final class FieldPathParser {

    private static final int LONGEST = 1024;
    private static final int MOST_SEGMENTS = 32;

    private final String text;
    private int at;

    FieldPathParser(String text) {
        this.text = text;
    }

    List<PathSegment> segments() {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A path has at most " + LONGEST + " characters, but this has " + text.length());
        }
        if (!text.startsWith("$")) {
            throw wrong("a path begins with $");
        }
        at = 1;
        List<PathSegment> segments = new ArrayList<>();
        while (at < text.length()) {
            segments.add(segment());
            if (segments.size() > MOST_SEGMENTS) {
                throw wrong("a path has at most " + MOST_SEGMENTS + " segments");
            }
        }
        return List.copyOf(segments);
    }

    private PathSegment segment() {
        if (text.startsWith("..", at)) {
            at += 2;
            return atEnd() || text.charAt(at) != '[' ? dotted(true) : bracketed(true);
        }
        if (text.charAt(at) == '.') {
            at++;
            return dotted(false);
        }
        if (text.charAt(at) == '[') {
            return bracketed(false);
        }
        throw wrong("expected . or [ here");
    }

    private PathSegment dotted(boolean descendant) {
        int start = at;
        while (!atEnd() && (text.charAt(at) == '*' || isNamePart(text.codePointAt(at)))) {
            at += Character.charCount(text.codePointAt(at));
        }
        String name = text.substring(start, at);
        if (name.isEmpty()) {
            throw wrong("expected a name or * here; write other names as ['name']");
        }
        if (name.equals("*")) {
            return new PathSegment.Any(descendant);
        }
        return name.indexOf('*') < 0 ? new PathSegment.Name(name, descendant) : pattern(name, descendant);
    }

    private PathSegment pattern(String name, boolean descendant) {
        if (name.chars().allMatch(c -> c == '*' || c == '_' || c == '-')) {
            throw wrong("a pattern needs letters or digits beside its *; write * alone for every name");
        }
        return new PathSegment.Pattern(name, descendant);
    }

    private PathSegment bracketed(boolean descendant) {
        at++;
        if (text.startsWith("*]", at)) {
            at += 2;
            return new PathSegment.Any(descendant);
        }
        if (atEnd() || text.charAt(at) != '\'' && text.charAt(at) != '"') {
            throw wrong("only [*] and ['name'] can be used in brackets; indexes, slices and filters can't");
        }
        String name = quoted(text.charAt(at++));
        if (atEnd() || text.charAt(at) != ']') {
            throw wrong("expected ] here");
        }
        at++;
        return new PathSegment.Name(name, descendant);
    }

    private String quoted(char quote) {
        StringBuilder name = new StringBuilder();
        while (!atEnd() && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            if (c == '\\') {
                if (atEnd() || text.charAt(at) != quote && text.charAt(at) != '\\') {
                    throw wrong("only the quote and \\ can follow \\ in a name");
                }
                c = text.charAt(at++);
            }
            name.append(c);
        }
        if (atEnd()) {
            throw wrong("the name has no closing " + quote);
        }
        at++;
        return name.toString();
    }

    /** What a name after a dot may hold: as RFC 9535's member-name-shorthand, and {@code -} in it. */
    static boolean isNamePart(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '_'
                || c == '-'
                || c >= 0x80;
    }

    private boolean atEnd() {
        return at >= text.length();
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("Bad path at character " + (at + 1) + ": " + what);
    }
}
