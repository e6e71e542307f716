package io.maskwire.text;

import io.maskwire.text.NameIndex.Named;

/**
 * Values behind a known name: {@code name=value}, {@code name: value}, {@code "name": value} with what JSON may hold
 * there, query parameters, and the user information of a URL.
 */
final class Pairs {

    private static final int ENCODED = 3;
    private static final int HEX = 16;
    private static final char ESCAPE = '\u001b';
    private static final int LONGEST_COLOUR = 20;

    private final TextScan text;
    private int done;
    private int urlDone;

    Pairs(TextScan text) {
        this.text = text;
    }

    /** Looks at a {@code =} or {@code :}. */
    void at(int sign) {
        if (sign < done) {
            return;
        }
        boolean colon = text.at(sign) == ':';
        int next = text.at(sign + 1);
        if (colon && (next == '/' || next == '\\')) {
            int authority = authority(sign + 1);
            if (authority > 0) {
                urlDone = sign < urlDone ? urlDone : UserInfo.at(text, authority);
                return;
            }
        }
        if (!mayEndName(sign) || colon && (next == '=' || next == ':')) {
            return;
        }
        int nameEnd = nameEnd(sign);
        int last = text.at(nameEnd - 1);
        if (last == '"' || last == '\'') {
            quoted(nameEnd - 1, last, afterSign(sign));
        } else if (Chars.name(last)) {
            plain(sign, nameEnd, afterSign(sign));
        } else if (last == ']' && !colon) {
            inBrackets(sign, nameEnd);
        }
    }

    /** Behind the two slashes here, which may be escaped; -1 if there are none. */
    private int authority(int from) {
        int at = from;
        for (int slashes = 0; slashes < 2; slashes++) {
            while (text.at(at) == '\\') {
                at++;
            }
            if (text.at(at++) != '/') {
                return -1;
            }
        }
        return at;
    }

    /** Whether a name something is said about may end before a sign, perhaps with an escape or with the end of a colour. */
    private boolean mayEndName(int sign) {
        int last = text.at(sign - 1);
        return text.names().mayEnd(text.at(sign - 2), last)
                || text.at(sign - ENCODED) == '%'
                || last == 'm' && colour(sign) < sign;
    }

    /** Where the escape sequence begins that ends here and sets a terminal's colour; here if none does. */
    private int colour(int end) {
        int at = end - 1;
        while (at > end - LONGEST_COLOUR && (Chars.digit(text.at(at - 1)) || text.at(at - 1) == ';')) {
            at--;
        }
        boolean begins = text.at(end - 1) == 'm' && text.at(at - 1) == '[' && text.at(at - 2) == ESCAPE;
        return begins ? at - 2 : end;
    }

    /** Looks at a {@code ->} between a name and a value; without a space beside it, it is rather a part of a program. */
    void arrow(int sign) {
        if (sign < done || !Chars.blank(text.at(sign - 1)) && !Chars.blank(text.at(sign + 2))) {
            return;
        }
        int nameEnd = nameEnd(sign);
        int last = text.at(nameEnd - 1);
        if (last == '"' || last == '\'') {
            quoted(nameEnd - 1, last, sign + 2);
        } else if (Chars.name(last)) {
            plain(sign, nameEnd, sign + 2);
        }
    }

    /** Looks at {@code %3D}, which is a {@code =} in a URL inside another. */
    void encoded(int sign) {
        if (sign < done || !mayEndName(sign)) {
            return;
        }
        int start = sign;
        while (start > done && Chars.name(text.at(start - 1)) && !endsName(start - 1)) {
            start--;
        }
        start = text.at(start - 1) == '%' ? Math.min(start + 2, sign) : start;
        Named named = text.names().find(text, start, sign, 0);
        if (named != null) {
            found(start, new Values(text).encoded(named, sign + ENCODED));
        }
    }

    /** Any escape but that of a bracket or of a character that a name may have. */
    private boolean endsName(int at) {
        if (text.at(at) != '%') {
            return false;
        }
        int high = Character.digit(text.at(at + 1), HEX);
        int low = Character.digit(text.at(at + 2), HEX);
        int c = high < 0 || low < 0 ? Chars.NONE : HEX * high + low;
        return c != '[' && c != ']' && (c == '%' || !Chars.name(c));
    }

    private void inBrackets(int sign, int end) {
        int start = end;
        while (start > done && (Chars.name(text.at(start - 1)) || "[]'\"".indexOf(text.at(start - 1)) >= 0)) {
            start--;
        }
        Named named = text.names().find(text, start, end, 0);
        if (named != null) {
            found(start, new Values(text).plain(named, start, sign, afterSign(sign)));
        }
    }

    /** Whether an {@code @} ends the user information of a URL. */
    boolean isUserInfo(int at) {
        return at < urlDone;
    }

    /** Before spaces, and before the colon of {@code :=}. */
    private int nameEnd(int sign) {
        int end = text.at(sign) == '=' && text.at(sign - 1) == ':' ? sign - 1 : sign;
        for (int coloured = colour(end); coloured < end; coloured = colour(end)) {
            end = coloured;
        }
        while (Chars.blank(text.at(end - 1))) {
            end--;
        }
        if (Chars.lineEnd(text.at(end - 1))) {
            // JSON may break the line after a name in quotes.
            int before = end;
            while (before > done && Chars.white(text.at(before - 1))) {
                before--;
            }
            return text.at(before - 1) == '"' ? before : end;
        }
        return end;
    }

    private void quoted(int closing, int quote, int value) {
        int escapes = 0;
        while (text.at(closing - 1 - escapes) == '\\') {
            escapes++;
        }
        int end = closing - escapes;
        int start = end;
        while (start > done && text.at(start - 1) != quote) {
            start--;
        }
        if (text.at(start - 1) != quote) {
            return;
        }
        int levels = quote == '"' ? Values.levels(escapes) : 0;
        Named named = text.names().find(text, start, end, levels);
        if (named != null) {
            found(start, new Values(text).inJson(named, start, value, escapes));
        }
    }

    private void plain(int sign, int end, int value) {
        int start = end;
        while (start > done && Chars.name(text.at(start - 1))) {
            start--;
        }
        start = behindColour(start, end);
        boolean escaped = text.at(start - 1) == '\\' && "nrt".indexOf(text.at(start)) >= 0;
        Named named = text.names().find(text, escaped ? start + 1 : start, end, 0);
        if (named != null) {
            found(start, new Values(text).plain(named, start, sign, value));
        }
    }

    /** Behind the end of an escape sequence that sets a terminal's colour, which has characters of names. */
    private int behindColour(int start, int end) {
        int at = start;
        while (at < end && Chars.digit(text.at(at))) {
            at++;
        }
        return at < end && colour(at + 1) <= at ? at + 1 : start;
    }

    /** After {@code =>} and {@code ==} too. */
    private int afterSign(int sign) {
        int next = text.at(sign + 1);
        return next == '>' || next == '=' ? sign + 2 : sign + 1;
    }

    private void found(int start, int end) {
        text.together(start, end);
        done = Math.max(done, end);
    }
}
