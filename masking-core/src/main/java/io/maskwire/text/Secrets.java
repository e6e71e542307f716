package io.maskwire.text;

/**
 * Keys and tokens: those that begin as {@link KeyShape} says, JSON Web Tokens (RFC 7519), what stands behind the words
 * {@code Bearer} and {@code Basic}, and private keys in PEM.
 */
final class Secrets {

    private static final int MOST_PARTS = 5;
    private static final int SHORTEST_PART = 8;
    /** No shorter word begins any of them. */
    private static final int SHORTEST = 15;

    private static final int BLOCK = 8;
    private static final int HALF = (SHORTEST - BLOCK + 1) / 2;

    private static final int MOST_PADDING = 2;
    private static final int SHORTEST_CREDENTIALS = 16;
    private static final int LONGEST_DOTTED_PREFIX = 5;

    private final TextScan text;
    private int done;

    Secrets(TextScan text) {
        this.text = text;
    }

    /** Looks at the word that fills a block. */
    void in(int inside) {
        // Enough more characters on one side or on the other are half as many.
        if (inside < done || !half(inside - HALF) && !half(inside + BLOCK)) {
            return;
        }
        byte[] bytes = text.bytes();
        int start = inside;
        while (start > done && Chars.token(bytes[start - 1] & 0xff)) {
            start--;
        }
        int end = inside + BLOCK;
        while (end < bytes.length && Chars.token(bytes[end] & 0xff)) {
            end++;
        }
        done = end;
        if (end - start < SHORTEST) {
            return;
        }
        int before = text.at(start - 1);
        if (before == '\\' || Chars.white(before)) {
            int privateKey = PrivateKeys.end(text, start);
            if (privateKey >= 0) {
                done = privateKey;
                return;
            }
            if (credentials(start)) {
                return;
            }
        }
        word(start, end);
    }

    /** Whether so many characters of words stand here. */
    private boolean half(int from) {
        return Chars.tokens(text.at(from), text.at(from + 1), text.at(from + 2), text.at(from + 3));
    }

    private int end(int from) {
        int end = from;
        while (Chars.token(text.at(end))) {
            end++;
        }
        return end;
    }

    private void word(int start, int end) {
        int dotted = text.at(start - 1) == '.' ? dotted(start) : -1;
        if (dotted >= 0) {
            found(dotted, end);
            return;
        }
        byte[] bytes = text.bytes();
        for (int i = start; i <= end - SHORTEST; i++) {
            if (KeyShape.mayBegin(bytes[i], bytes[i + 1]) && found(i, end)) {
                return;
            }
        }
    }

    /** Where a key begins whose prefix ends with the dot before a place; -1 if none does. */
    private int dotted(int start) {
        for (int i = start - LONGEST_DOTTED_PREFIX; i < start - 1; i++) {
            if (KeyShape.at(text, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Reports the key or token that begins inside a word, if one does. Some keys go on behind a dot. */
    private boolean found(int start, int end) {
        if (text.is(start, KeyShape.JWT)) {
            return jwt(start, end);
        }
        if (!KeyShape.at(text, start)) {
            return false;
        }
        int last = end;
        while (text.at(last) == '.' && Chars.token(text.at(last + 1)) && Chars.token(text.at(last + SHORTEST_PART))) {
            last = end(last + 1);
        }
        done = last;
        text.found(Rank.SECRET, start, last);
        return true;
    }

    private boolean jwt(int start, int headerEnd) {
        int end = padded(headerEnd);
        int parts = 1;
        while (parts < MOST_PARTS && text.at(end) == '.' && (parts > 1 || Chars.token(text.at(end + 1)))) {
            int next = end(end + 1);
            if (parts == 1 && next - end <= SHORTEST_PART) {
                return false;
            }
            if (next == end + 1 && text.at(next) != '.') {
                break;
            }
            end = padded(next);
            parts++;
        }
        if (parts == 1) {
            return false;
        }
        done = end;
        text.found(Rank.SECRET, start, end);
        return true;
    }

    /** A token has no padding, but some make one with it. */
    private int padded(int end) {
        int at = end;
        while (at < end + MOST_PADDING && text.at(at) == '=') {
            at++;
        }
        return at;
    }

    private boolean credentials(int start) {
        if (!Chars.blank(text.at(start - 1)) || !(behind(start - 1, "bearer") || behind(start - 1, "basic"))) {
            return false;
        }
        int end = start;
        boolean digit = false;
        boolean capital = false;
        boolean small = false;
        for (int c = text.at(end); Chars.base64(c) || c == '.' || c == '~'; c = text.at(++end)) {
            digit |= Chars.digit(c);
            capital |= end > start && c >= 'A' && c <= 'Z';
            small |= end > start && c >= 'a' && c <= 'z';
        }
        while (end > start && text.at(end - 1) == '.') {
            end--;
        }
        // A word of the language, as in "basic authentication", has neither.
        if (end - start < SHORTEST_CREDENTIALS || !digit && !(capital && small)) {
            return false;
        }
        done = Math.max(done, end);
        text.found(Rank.SECRET, start, end);
        return true;
    }

    private boolean behind(int end, String word) {
        int start = end - word.length();
        for (int i = 0; i < word.length(); i++) {
            if (Chars.fold(text.at(start + i)) != word.charAt(i)) {
                return false;
            }
        }
        return !Chars.alphanumeric(text.at(start - 1));
    }
}
