package io.maskwire.text;

import io.maskwire.text.NameIndex.Named;

/**
 * Values behind a known name: {@code name=value}, {@code name: value}, {@code "name": value} with what JSON may hold
 * there, query parameters, and the user information of a URL.
 */
final class Pairs {

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
        if (colon && next == '/' && text.at(sign + 2) == '/') {
            if (sign >= urlDone) {
                urlDone = UserInfo.at(text, sign + 3);
            }
            return;
        }
        if (!text.names().mayEnd(text.at(sign - 2), text.at(sign - 1)) || colon && (next == '=' || next == ':')) {
            return;
        }
        int nameEnd = nameEnd(sign);
        int last = text.at(nameEnd - 1);
        if (last == '"' || last == '\'') {
            quoted(sign, nameEnd - 1, last);
        } else if (Chars.name(last)) {
            plain(sign, nameEnd);
        }
    }

    /** Whether an {@code @} ends the user information of a URL. */
    boolean isUserInfo(int at) {
        return at < urlDone;
    }

    /** Before spaces, and before the colon of {@code :=}. */
    private int nameEnd(int sign) {
        int end = text.at(sign) == '=' && text.at(sign - 1) == ':' ? sign - 1 : sign;
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

    private void quoted(int sign, int closing, int quote) {
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
            found(start, new Values(text).inJson(named, start, afterSign(sign), escapes));
        }
    }

    private void plain(int sign, int end) {
        int start = end;
        while (start > done && Chars.name(text.at(start - 1))) {
            start--;
        }
        boolean escaped = text.at(start - 1) == '\\' && "nrt".indexOf(text.at(start)) >= 0;
        Named named = text.names().find(text, escaped ? start + 1 : start, end, 0);
        if (named != null) {
            found(start, new Values(text).plain(named, start, sign, afterSign(sign)));
        }
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
