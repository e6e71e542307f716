package io.maskwire.text;

import java.util.Set;

/**
 * E-mail addresses: anything a mailbox may be called without quotes, in any script, and a domain of at least two labels
 * of which the last is a word and not the ending of a file.
 */
final class Emails {

    /** Endings of files that are no top-level domains, as in {@code icon@2x.png}. */
    private static final Set<String> FILES = Set.of(
            "bmp", "css", "csv", "dll", "exe", "gif", "htm", "html", "ico", "jar", "jpeg", "jpg", "js", "json", "jsx",
            "log", "pdf", "png", "scss", "svg", "tgz", "tsx", "txt", "webp", "xml", "yaml", "yml");

    private static final String PUNYCODE = "xn--";

    private Emails() {}

    /**
     * Reports the address around an {@code @}.
     *
     * @param at where it is
     * @param domain after it; farther away if it is escaped
     */
    static void at(TextScan text, int at, int domain) {
        int end = domainEnd(text, domain);
        if (end < 0) {
            return;
        }
        int start = at;
        while (Chars.mail(text.at(start - 1)) && !(text.at(start - 1) == '%' && text.is(start, "40"))) {
            start--;
        }
        while (start < at && (text.at(start) == '\'' || text.at(start) == '.')) {
            start++;
        }
        if (start < at) {
            Finding.Form form = domain - at == 1 ? Finding.Form.PLAIN : Finding.Form.URL;
            text.found(Rank.EMAIL, start, end, Rank.EMAIL.classification(), form);
        }
    }

    private static int domainEnd(TextScan text, int start) {
        int at = start;
        int end = -1;
        for (int label = 0; ; label++) {
            int first = at;
            while (Chars.alphanumeric(text.at(at)) || text.at(at) == '-') {
                at++;
            }
            if (at == first) {
                return end;
            }
            int last = withoutDashes(text, first, at);
            if (label > 0) {
                end = top(text, first, last, end);
            }
            if (last < at || text.at(at) != '.') {
                return end;
            }
            at++;
        }
    }

    private static int withoutDashes(TextScan text, int first, int end) {
        int last = end;
        while (last > first && text.at(last - 1) == '-') {
            last--;
        }
        return last;
    }

    /** Where the address ends if this label is its last; where it ended before if it can't be. */
    private static int top(TextScan text, int first, int end, int before) {
        if (text.is(first, PUNYCODE)) {
            return end;
        }
        int letters = first;
        while (letters < end && Chars.letter(text.at(letters))) {
            letters++;
        }
        if (letters - first < 2) {
            return before;
        }
        return isFile(text, first, letters) ? -1 : letters;
    }

    private static boolean isFile(TextScan text, int first, int end) {
        if (end - first > 4) {
            return false;
        }
        StringBuilder ending = new StringBuilder(end - first);
        for (int i = first; i < end; i++) {
            ending.append((char) Chars.fold(text.at(i)));
        }
        return FILES.contains(ending.toString());
    }
}
