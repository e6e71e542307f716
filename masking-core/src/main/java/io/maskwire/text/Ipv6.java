package io.maskwire.text;

/** IPv6 addresses (RFC 4291), with a zone or an IPv4 address at their end. */
final class Ipv6 {

    private static final int GROUPS = 8;
    private static final int LONGEST = 45;
    private static final int LONGEST_GROUP = 4;

    private final TextScan text;
    private int done;
    private int lastColon = -LONGEST;
    private int colons;

    Ipv6(TextScan text) {
        this.text = text;
    }

    /** Looks at a colon: an address has two in a row, or seven with at most four digits between them. */
    void at(int colon) {
        colons = colon - lastColon <= LONGEST_GROUP + 1 ? colons + 1 : 1;
        lastColon = colon;
        if (colon >= done && (text.at(colon + 1) == ':' || colons >= GROUPS - 1)) {
            run(colon);
        }
    }

    private void run(int inside) {
        int start = inside;
        while (start > done && belongs(text.at(start - 1))) {
            start--;
        }
        int end = inside;
        while (belongs(text.at(end))) {
            end++;
        }
        done = end;
        start = firstGroup(start);
        if (text.at(start) == ':' && text.at(start + 1) != ':') {
            start++;
        }
        while (end > start && (text.at(end - 1) == '.' || text.at(end - 1) == ':' && text.at(end - 2) != ':')) {
            end--;
        }
        if (end - start <= LONGEST && isAddress(start, end)) {
            text.found(Rank.IP, start, zone(end));
        }
    }

    /** Without the letters that are left of a word, such as the d of std::, and without digits that are too many. */
    private int firstGroup(int start) {
        boolean inWord = Chars.alphanumeric(text.at(start - 1)) || text.at(start - 1) == '_';
        boolean digit = false;
        int end = start;
        while (Chars.hex(text.at(end))) {
            digit |= Chars.digit(text.at(end++));
        }
        return inWord && !digit ? end : Math.max(start, end - LONGEST_GROUP);
    }

    private static boolean belongs(int c) {
        return Chars.hex(c) || c == ':' || c == '.';
    }

    private boolean isAddress(int start, int end) {
        int groups = 0;
        int gaps = 0;
        boolean anyDigit = false;
        int at = start;
        while (at < end) {
            if (text.at(at) == ':') {
                boolean gap = text.at(at + 1) == ':';
                gaps += gap ? 1 : 0;
                at += gap ? 2 : 1;
                if (at < end && text.at(at) == ':') {
                    return false;
                }
                continue;
            }
            int groupEnd = at;
            while (groupEnd < end && Chars.hex(text.at(groupEnd))) {
                anyDigit |= Chars.digit(text.at(groupEnd));
                groupEnd++;
            }
            if (groupEnd < end && text.at(groupEnd) == '.') {
                return (groups > 0 || gaps > 0) && Ipv4.end(text, at) == end && complete(groups + 2, gaps);
            }
            if (groupEnd - at > LONGEST_GROUP) {
                return false;
            }
            groups++;
            at = groupEnd;
        }
        // Two words of a to f with :: between them are more often a name in a program.
        return complete(groups, gaps) && (anyDigit || groups > 2);
    }

    private static boolean complete(int groups, int gaps) {
        return gaps == 0 ? groups == GROUPS : gaps == 1 && groups < GROUPS;
    }

    private int zone(int end) {
        int at = end;
        if (text.at(at) == '%' && Chars.token(text.at(at + 1))) {
            at++;
            while (Chars.token(text.at(at))) {
                at++;
            }
        }
        return at;
    }
}
