package io.maskwire.text;

/**
 * Private keys in PEM (RFC 7468, RFC 1421, OpenSSH, PGP), with line ends as they are or written {@code \n}, whole or
 * without their end. Recognised at the first line of the key itself; certificates and public keys are left.
 */
final class PrivateKeys {

    private static final String DASHES = "-----";
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String WHAT = "PRIVATE KEY";
    private static final int LONGEST_HEADERS = 512;
    private static final int LONGEST = 1 << 16;
    private static final int LONGEST_LABEL = 64;
    private static final int LINE = 64;
    private static final int MOST_WHITE = 4;

    private PrivateKeys() {}

    /** Reports the key in which a word stands at the beginning of a line; returns its end, or -1. */
    static int end(TextScan text, int word) {
        int begin = mayBeginKey(text, word) ? begin(text, word) : -1;
        if (begin < 0) {
            return -1;
        }
        int end = bodyEnd(text, begin + BEGIN.length(), word);
        if (end == text.length()) {
            text.open(begin);
        }
        text.together(begin, end);
        text.found(Rank.SECRET, begin, end);
        return end;
    }

    /** At or behind the dashes of a first line, behind an empty line, or behind a line of 64 characters as keys have. */
    private static boolean mayBeginKey(TextScan text, int word) {
        if (text.is(word, "KEY-----") || text.is(word, "BLOCK-----")) {
            // A key whose first line lost its end.
            return true;
        }
        int before = word - 1;
        while (before > word - MOST_WHITE && Chars.white(text.at(before))) {
            before--;
        }
        if (text.at(before) == '-') {
            return before < word - 1;
        }
        if (text.at(word - 1) == '\\') {
            // The word is the n of a line end written \n, and the first word of the key's line.
            return true;
        }
        boolean emptyLine = text.at(word - 1) == '\n' && Chars.lineEnd(text.at(word - 2));
        return emptyLine || Chars.lineEnd(text.at(word - 1)) && Chars.lineEnd(text.at(word - 2 - LINE));
    }

    private static int begin(TextScan text, int word) {
        for (int i = word - 1; i >= word - LONGEST_HEADERS; i--) {
            int c = text.at(i);
            if (c == Chars.NONE) {
                return -1;
            }
            if (c == 'B' && text.is(i - DASHES.length(), BEGIN)) {
                return isPrivate(text, i + 1) ? i - DASHES.length() : -1;
            }
        }
        return -1;
    }

    private static boolean isPrivate(TextScan text, int label) {
        for (int i = label; i < label + LONGEST_LABEL && text.at(i) != '-'; i++) {
            if (text.at(i) == 'P' && text.is(i, WHAT)) {
                return true;
            }
        }
        return false;
    }

    private static int bodyEnd(TextScan text, int label, int word) {
        int limit = Math.min(text.length(), label + LONGEST);
        for (int i = word; i < limit; i++) {
            int c = text.at(i);
            if (c == '-' && text.is(i, END)) {
                return end(text, i + END.length(), limit);
            }
            if (!Chars.base64(c) && !Chars.white(c) && c != '\\' && c != ':' && c != ',') {
                return i;
            }
        }
        return limit;
    }

    private static int end(TextScan text, int label, int limit) {
        for (int i = label; i < Math.min(limit, label + LONGEST_LABEL); i++) {
            if (text.is(i, DASHES)) {
                return i + DASHES.length();
            }
        }
        return Math.min(limit, label + LONGEST_LABEL);
    }
}
