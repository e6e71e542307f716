package io.maskwire.json;

import java.io.IOException;

/**
 * Strings, numbers and literals by the grammar of RFC 8259. Each method takes where a token is and returns where it ends;
 * the quick way reads what is at hand, the other way reads on where the input at hand ends in the midst of a token.
 */
abstract class Tokens extends Input {

    private static final int UNICODE_ESCAPE = 6;

    /** False for characters, which have been put into one byte each. */
    boolean utf8 = true;
    /** True if no line may end inside a text. */
    boolean oneLine;
    /** Whether the last string has an escape in it. */
    boolean escaped;

    /** From here on the string being read isn't checked to be UTF-8 yet. */
    private int unchecked;

    private int pos;

    /** The next byte that is no white space. */
    final int skip(int i) throws IOException {
        return i < end && buf[i] > ' ' ? i : skipSpace(i);
    }

    private int skipSpace(int from) throws IOException {
        int i = from;
        while (true) {
            while (i < end) {
                byte c = buf[i];
                if (!isSpace(c) || c == '\n' && oneLine) {
                    return i;
                }
                i++;
            }
            int moved = more(i);
            if (moved < 0) {
                throw ended(i);
            }
            i -= moved;
        }
    }

    /** The next byte that is no white space, whatever lines it is on; -1 if the input ends before. */
    final int next(int from) throws IOException {
        int i = from;
        while (true) {
            while (i < end) {
                if (!isSpace(buf[i])) {
                    return i;
                }
                i++;
            }
            int moved = more(i);
            if (moved < 0) {
                return -1;
            }
            i -= moved;
        }
    }

    /** From the end of a text to after the end of its line, or the end of the input. */
    final int endOfLine(int from) throws IOException {
        pos = from;
        int c = peek();
        while (c == ' ' || c == '\t' || c == '\r') {
            pos++;
            c = peek();
        }
        if (c >= 0 && c != '\n') {
            throw expected("the end of the line", pos);
        }
        return c < 0 ? pos : pos + 1;
    }

    /** Checks what follows a text: a number or a literal is not known to have ended before white space. */
    final int endOfText(int from) throws IOException {
        byte last = buf[from - 1];
        if (last == '}' || last == ']' || last == '"') {
            return from;
        }
        pos = from;
        int c = peek();
        if (c >= 0 && !isSpace((byte) c)) {
            throw expected("white space", pos);
        }
        return pos;
    }

    /** Where the first text may begin: after a byte order mark. */
    final int start() throws IOException {
        while (end < Encoding.TELLING && more(0) >= 0) {
            // Reads on.
        }
        String other = Encoding.otherThanUtf8(buf, end);
        if (other != null) {
            throw JsonException.encoding(other);
        }
        return Encoding.bom(buf, end);
    }

    static boolean isSpace(byte c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    final JsonException ended(int i) {
        return JsonException.malformed("the input ends too early", offset(i));
    }

    final JsonException expected(String what, int i) {
        return JsonException.malformed("expected " + what, offset(i));
    }

    // Strings

    /** From after the opening quote to after the closing one. */
    final int string(int from) throws IOException {
        byte[] b = buf;
        int last = end - Long.BYTES;
        int i = from;
        while (i <= last) {
            long stops = Words.stops(Words.at(b, i));
            if (stops != 0) {
                i += Words.first(stops);
                return b[i] == '"' ? i + 1 : stringOfAll(i);
            }
            i += Long.BYTES;
        }
        return stringWithMore(i);
    }

    /** Goes on at the first byte that is not plain. */
    private int stringOfAll(int at) throws IOException {
        int i = utf8 ? characters(at) : at;
        return i < end && buf[i] == '"' ? i + 1 : stringWithMore(i);
    }

    /** Goes on at a byte that is not plain, or near the end of what is at hand; all before it is checked. */
    private int stringWithMore(int at) throws IOException {
        int i = at;
        unchecked = at;
        while (true) {
            if (utf8 && unchecked == i) {
                i = characters(i);
                unchecked = i;
            }
            i = plain(i);
            if (i == end) {
                i = readOn(i);
            } else if (buf[i] == '"') {
                checkCharacters(i);
                return i + 1;
            } else if (buf[i] == '\\') {
                escaped = true;
                boolean checked = unchecked == i;
                i = escape(i);
                unchecked = checked ? i : unchecked;
            } else {
                throw JsonException.malformed("a control character must be escaped", offset(i));
            }
        }
    }

    /** After well-formed characters that need no escape, as far as they can be told at once. */
    private int characters(int from) {
        byte[] b = buf;
        int last = end - Long.BYTES;
        int i = from;
        while (i <= last) {
            if (b[i] < 0) {
                int next = Utf8.next(b, i, end);
                if (next < 0) {
                    return i;
                }
                i = next;
            } else {
                long stops = Words.stops(Words.at(b, i));
                if (stops == 0) {
                    i += Long.BYTES;
                } else {
                    i += Words.first(stops);
                    if (b[i] >= 0) {
                        return i;
                    }
                }
            }
        }
        return i;
    }

    /** The next quote, backslash or control character, or the end of what is at hand. */
    private int plain(int from) {
        byte[] b = buf;
        int last = end - Long.BYTES;
        int i = from;
        while (i <= last) {
            long stops = Words.asciiStops(Words.at(b, i));
            if (stops != 0) {
                return i + Words.first(stops);
            }
            i += Long.BYTES;
        }
        while (i < end && (b[i] >= ' ' && b[i] != '"' && b[i] != '\\' || b[i] < 0)) {
            i++;
        }
        return i;
    }

    private int readOn(int i) throws IOException {
        unchecked = utf8 ? Utf8.check(buf, unchecked, i, base) : i;
        int moved = more(unchecked);
        if (moved < 0) {
            throw ended(i);
        }
        unchecked -= moved;
        return i - moved;
    }

    private void checkCharacters(int until) {
        if (utf8) {
            int whole = Utf8.check(buf, unchecked, until, base);
            if (whole < until) {
                throw Utf8.malformed(offset(whole));
            }
        }
    }

    private int escape(int from) throws IOException {
        int i = from;
        while (i + 1 >= end) {
            i = readOn(i);
        }
        switch (buf[i + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
                return i + 2;
            }
            case 'u' -> {
                return unicodeEscape(i);
            }
            default -> throw JsonException.malformed("no such escape", offset(i));
        }
    }

    private int unicodeEscape(int from) throws IOException {
        int i = from;
        while (i + UNICODE_ESCAPE > end) {
            i = readOn(i);
        }
        for (int k = 2; k < UNICODE_ESCAPE; k++) {
            if (!isHex(buf[i + k])) {
                throw JsonException.malformed("\\u needs four hex digits", offset(i));
            }
        }
        return i + UNICODE_ESCAPE;
    }

    private static boolean isHex(byte c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    // Numbers

    final int number(int from) throws IOException {
        int after = Numbers.end(buf, from, end);
        return after >= 0 ? after : numberWithMore(from);
    }

    private int numberWithMore(int from) throws IOException {
        pos = from;
        if (peek() != '-' && !isDigit(peek())) {
            throw expected("a value", pos);
        }
        if (peek() == '-') {
            pos++;
        }
        if (peek() == '0') {
            pos++;
        } else {
            digits();
        }
        if (peek() == '.') {
            pos++;
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            pos++;
            if (peek() == '+' || peek() == '-') {
                pos++;
            }
            digits();
        }
        return pos;
    }

    private void digits() throws IOException {
        if (!isDigit(peek())) {
            throw expected("a digit", pos);
        }
        while (isDigit(peek())) {
            pos++;
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** The byte at the position, or -1 where the input ends. */
    private int peek() throws IOException {
        while (pos == end) {
            int moved = more(pos);
            if (moved < 0) {
                return -1;
            }
            pos -= moved;
        }
        return buf[pos];
    }

    // Literals

    /** From where a literal begins, as its first byte tells, to where it ends. */
    final int literal(int from, Literal literal) throws IOException {
        int lastFour = from + literal.length() - Integer.BYTES;
        return isAt(lastFour, literal.lastFour()) ? lastFour + Integer.BYTES : literalWithMore(from, literal);
    }

    private boolean isAt(int i, int fourBytes) {
        return i + Integer.BYTES <= end && Words.intAt(buf, i) == fourBytes;
    }

    private int literalWithMore(int from, Literal literal) throws IOException {
        pos = from;
        for (int k = 0; k < literal.length(); k++) {
            if (peek() != literal.at(k)) {
                throw expected("a value", pos);
            }
            pos++;
        }
        return pos;
    }
}
