package io.maskwire.text;

/** The user information of a URL (RFC 3986): a name, often with a password, before the host. */
final class UserInfo {

    private UserInfo() {}

    /** Reports it in a URL whose authority begins at a place; returns where it stopped to look. */
    static int at(TextScan text, int start) {
        int end = -1;
        boolean wholeUrl = false;
        boolean port = false;
        int i = start;
        for (; i < text.length(); i++) {
            int c = text.at(i);
            if (c == '@') {
                end = i;
            } else if (c == ':') {
                port = true;
            } else if (!wholeUrl && (c == '/' || c == '?' || c == '#')) {
                // What isn't a number is no port: a password with a slash in it, which should have been escaped.
                if (end >= 0 || !port || Chars.digit(text.at(i - 1))) {
                    break;
                }
                wholeUrl = true;
            } else if (Chars.space(c) || c == '"' || c == '<' || c == '>' || c == '\\' || c == '`') {
                break;
            }
        }
        if (end > start) {
            text.found(Rank.USER_INFO, start, end);
        }
        return i;
    }
}
