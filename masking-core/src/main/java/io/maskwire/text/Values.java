package io.maskwire.text;

import io.maskwire.policy.Classification;
import io.maskwire.policy.ValueKind;
import io.maskwire.text.Finding.Form;
import io.maskwire.text.Finding.Style;
import io.maskwire.text.NameIndex.Named;
import org.jspecify.annotations.Nullable;

/**
 * Where the value behind a known name ends. Quotes and brackets say it; a value without them ends
 *
 * <ul>
 *   <li>in a URL's query at {@code &}, {@code #} or a space;
 *   <li>in {@code name=value} after a space or at the beginning of a line: at a space;
 *   <li>in {@code name: value}, and in {@code [name=value, …]}: where the next pair begins behind a comma, semicolon or
 *       bar, where the bracket or the quote ends that the name stands in, or at the line's end.
 * </ul>
 */
final class Values {

    /** A quote that is missing at its line's end is looked for in so many chars. */
    private static final int LONGEST_OVER_LINES = 4096;

    private static final char ESCAPE = '\u001b';
    private static final String OPENING = "[{(<";
    private static final String CLOSING = "]})>";
    private static final int LONGEST_SCHEME = 20;
    private static final String SCHEMES = " basic bearer digest negotiate token apikey aws4-hmac-sha256 ";

    private final TextScan text;

    Values(TextScan text) {
        this.text = text;
    }

    /** How often a text is escaped in which a quote has so many backslashes before it: 1, 2 for one, 3 for three. */
    static int levels(int backslashes) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(backslashes) + 1;
    }

    /** The value behind a name in quotes. Returns where it ends. */
    int inJson(Named named, int name, int from, int backslashes) {
        int at = behindColours(from);
        while (Chars.white(text.at(at))) {
            at = behindColours(at + 1);
        }
        if (at == text.length()) {
            text.open(name);
            return at;
        }
        if (!text.masks(named.classification(), at)) {
            return at;
        }
        int c = text.at(at);
        if (c == '{' || c == '[') {
            return new Container(text, this, backslashes, name).values(at, named.classification());
        }
        return scalar(named.classification(), name, at, backslashes);
    }

    /** Behind the escape sequences here that set a terminal's colour. */
    private int behindColours(int from) {
        int at = from;
        while (text.at(at) == ESCAPE && text.at(at + 1) == '[') {
            int end = at + 2;
            while (Chars.digit(text.at(end)) || text.at(end) == ';') {
                end++;
            }
            if (text.at(end) != 'm') {
                return at;
            }
            at = end + 1;
        }
        return at;
    }

    /** A string, number or word of JSON, or what stands in its place. Returns where it ends. */
    int scalar(@Nullable Classification classification, int name, int at, int backslashes) {
        int quote = quote(at);
        if (quote > at || text.at(quote) == '"' || text.at(quote) == '\'') {
            return quoted(classification, name, quote, quote - at);
        }
        int end = at;
        while (end < text.length() && !Chars.white(text.at(end)) && ",]}\"\\".indexOf(text.at(end)) < 0) {
            end++;
        }
        boolean isNull = end - at == "null".length() && text.is(at, "null");
        if (end > at && !isNull) {
            boolean number = Chars.digit(text.at(at)) || text.at(at) == '-';
            boolean word = text.is(at, "true") || text.is(at, "false");
            ValueKind kind = number ? ValueKind.NUMBER : word ? ValueKind.BOOLEAN : ValueKind.STRING;
            found(at, end, classification, new Form(Style.BARE, levels(backslashes), kind));
        }
        return end;
    }

    /** The place of a quote here, perhaps behind backslashes; the same place if there is none. */
    int quote(int at) {
        int quote = at;
        while (text.at(quote) == '\\') {
            quote++;
        }
        return text.at(quote) == '"' ? quote : at;
    }

    private int quoted(@Nullable Classification classification, int name, int opening, int backslashes) {
        int quote = text.at(opening);
        int start = opening + 1;
        int end = contentEnd(name, start, quote, backslashes);
        if (end > start) {
            Form form = quote == '"' ? Form.quoted(levels(backslashes)) : Form.PLAIN;
            found(start, end, classification, form);
        }
        return closing(end, quote);
    }

    /** After the quote that ends here. */
    int closing(int end, int quote) {
        int at = end;
        while (text.at(at) == '\\') {
            at++;
        }
        return text.at(at) == quote ? at + 1 : end;
    }

    /**
     * Where the inside of quotes ends: before the closing quote and its backslashes; without one, at the end of the
     * line.
     */
    int contentEnd(int name, int start, int quote, int opened) {
        int lineEnd = -1;
        int backslashes = 0;
        for (int i = start; i < text.length(); i++) {
            int c = text.at(i);
            if (c == '\\') {
                backslashes++;
                continue;
            }
            if (c == quote && closes(backslashes, opened)) {
                boolean doubled = opened == 0 && i > start && text.at(i + 1) == quote;
                if (!doubled) {
                    return i - Math.min(backslashes, opened);
                }
                i++;
            }
            if (lineEnd < 0 && Chars.lineEnd(c)) {
                lineEnd = i;
            }
            if (lineEnd >= 0 && i - start > LONGEST_OVER_LINES) {
                return lineEnd;
            }
            backslashes = 0;
        }
        text.open(name);
        return lineEnd < 0 ? text.length() : lineEnd;
    }

    /** Whether a quote behind backslashes ends a string whose opening quote had some before it. */
    private static boolean closes(int backslashes, int opened) {
        int left = backslashes;
        for (int level = opened; level > 0; level >>= 1) {
            if (left % 2 == 0) {
                // The end of a string around this one.
                return true;
            }
            left = (left - 1) / 2;
        }
        return left % 2 == 0;
    }

    /** The value behind a name without quotes. Returns where it ends. */
    int plain(Named named, int name, int sign, int from) {
        int at = behindColours(from);
        while (Chars.blank(text.at(at))) {
            at = behindColours(at + 1);
        }
        int c = text.at(at);
        if (at >= text.length() || Chars.lineEnd(c)) {
            return at;
        }
        if (!text.masks(named.classification(), at)) {
            return at;
        }
        int quote = quote(at);
        if (text.at(quote) == '"' || c == '\'' || c == '`') {
            return quoted(named.classification(), name, quote, quote - at);
        }
        int end = named.takesTheLine() ? lineEnd(name, at) : end(name, sign, at);
        boolean query = text.at(name - 1) == '?' || text.at(name - 1) == '&';
        if (end > at) {
            Form form = OPENING.indexOf(c) >= 0 ? Form.OPAQUE : query ? Form.URL : Form.PLAIN;
            found(at, end, named.classification(), form);
        }
        return end;
    }

    /** The value behind a name and an encoded sign, which ends where the URL around it does, or at an encoded {@code &}. */
    int encoded(Named named, int from) {
        if (!text.masks(named.classification(), from)) {
            return from;
        }
        int last = urlEnd(from);
        int end = from;
        while (end < last && !(text.is(end, "%26") || text.is(end, "%23"))) {
            end++;
        }
        if (end > from) {
            found(from, end, named.classification(), Form.URL);
        }
        return end;
    }

    private int lineEnd(int name, int from) {
        int around = text.at(name - 1);
        int at = from;
        while (at < text.length() && !Chars.lineEnd(text.at(at)) && (text.at(at) != around || !isQuote(around))) {
            at++;
        }
        return withoutSpaces(from, at);
    }

    private int end(int name, int sign, int from) {
        int before = name;
        while (Chars.blank(text.at(before - 1))) {
            before--;
        }
        int around = text.at(before - 1);
        if (around == '?' || around == '&') {
            return urlEnd(from);
        }
        boolean listed = around == ',' || around == ';' || OPENING.indexOf(around) >= 0 && around != Chars.NONE;
        boolean spaced = text.at(sign) == ':' || Chars.blank(text.at(sign + 1));
        boolean scheme = isScheme(from);
        boolean nested = OPENING.indexOf(text.at(from)) >= 0;
        if (listed || spaced || scheme) {
            return listEnd(isQuote(around) ? around : Chars.NONE, from);
        }
        return wordEnd(around, nested ? bracketEnd(from) : from);
    }

    private int urlEnd(int from) {
        int at = from;
        while (goesOn(at) && "&#\"'<>\\`".indexOf(text.at(at)) < 0) {
            at++;
        }
        return at;
    }

    private int wordEnd(int around, int from) {
        int at = from;
        for (int c = text.at(at); goesOn(at) && !(isQuote(around) && c == around); c = text.at(++at)) {
            if ((c == ',' || c == ';' || c == '&' || c == '|') && isName(at + 1)) {
                break;
            }
        }
        while (at > from && ",;]})>\"'".indexOf(text.at(at - 1)) >= 0) {
            at--;
        }
        return at;
    }

    private boolean goesOn(int at) {
        return at < text.length() && !Chars.space(text.at(at));
    }

    private int listEnd(int around, int from) {
        int depth = 0;
        int at = from;
        for (; at < text.length(); at++) {
            int c = text.at(at);
            if (Chars.lineEnd(c) || around != Chars.NONE && c == around) {
                break;
            }
            if (OPENING.indexOf(c) >= 0) {
                depth++;
            } else if (CLOSING.indexOf(c) >= 0 && --depth < 0) {
                break;
            } else if (depth == 0 && (c == ',' || c == ';' || c == '|' || c == '\t') && isName(at + 1)) {
                break;
            }
        }
        int end = withoutSpaces(from, at);
        while (end > from && (text.at(end - 1) == ',' || text.at(end - 1) == ';')) {
            end--;
        }
        return end;
    }

    /** Behind the bracket that closes the one here. */
    private int bracketEnd(int from) {
        int depth = 0;
        int at = from;
        for (; at < text.length() && !Chars.lineEnd(text.at(at)); at++) {
            int c = text.at(at);
            depth += OPENING.indexOf(c) >= 0 ? 1 : CLOSING.indexOf(c) >= 0 ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        return at;
    }

    private int withoutSpaces(int from, int end) {
        int last = end;
        while (last > from && Chars.blank(text.at(last - 1))) {
            last--;
        }
        return last;
    }

    /** Whether the name of a next pair begins here. */
    private boolean isName(int from) {
        int at = from;
        while (Chars.blank(text.at(at))) {
            at++;
        }
        int first = at;
        int quoted = isQuote(text.at(at)) ? 1 : 0;
        at += quoted;
        while (Chars.name(text.at(at))) {
            at++;
        }
        at += quoted > 0 && isQuote(text.at(at)) ? 1 : 0;
        return at > first + quoted && (text.at(at) == '=' || text.at(at) == ':');
    }

    private boolean isScheme(int from) {
        int end = from;
        while (end - from < LONGEST_SCHEME && Chars.token(text.at(end))) {
            end++;
        }
        if (text.at(end) != ' ' || end == from) {
            return false;
        }
        StringBuilder word = new StringBuilder(end - from + 2).append(' ');
        for (int i = from; i < end; i++) {
            word.append((char) Chars.fold(text.at(i)));
        }
        return SCHEMES.contains(word.append(' '));
    }

    private static boolean isQuote(int c) {
        return c == '"' || c == '\'' || c == '`';
    }

    private void found(int start, int end, @Nullable Classification classification, Form form) {
        text.found(Rank.NAMED, start, end, classification, form);
    }
}
