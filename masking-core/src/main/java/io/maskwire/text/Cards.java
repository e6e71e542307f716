package io.maskwire.text;

/**
 * Card numbers: 12 to 19 digits with the right check digit (ISO/IEC 7812-1), in groups with one space or dash between
 * them, whose first digits and length some card scheme issues.
 */
final class Cards {

    static final int SHORTEST = 12;
    private static final int LONGEST = 19;
    private static final int SHORTEST_GROUP = 2;
    private static final int PREFIX = 4;

    private Cards() {}

    /** Reports the longest card number that begins with the group of digits at a place. */
    static void at(TextScan text, int start) {
        // Luhn doubles every second digit from the right: until the end is known both sums are kept.
        int doubledEven = 0;
        int doubledOdd = 0;
        int digits = 0;
        int prefix = 0;
        int found = -1;
        int at = start;
        while (true) {
            int group = at;
            for (int c = text.at(at); Chars.digit(c); c = text.at(++at)) {
                if (digits == LONGEST) {
                    report(text, start, found);
                    return;
                }
                int digit = c - '0';
                int twice = digit > 4 ? 2 * digit - 9 : 2 * digit;
                doubledEven += digits % 2 == 0 ? twice : digit;
                doubledOdd += digits % 2 == 0 ? digit : twice;
                prefix = digits < PREFIX ? 10 * prefix + digit : prefix;
                digits++;
            }
            int sum = digits % 2 == 0 ? doubledEven : doubledOdd;
            if (digits >= SHORTEST && sum % 10 == 0 && issued(prefix, digits)) {
                found = at;
            }
            if (at - group < SHORTEST_GROUP || !Chars.gap(text.at(at)) || !Chars.digit(text.at(at + 1))) {
                report(text, start, found);
                return;
            }
            at++;
        }
    }

    private static void report(TextScan text, int start, int end) {
        if (end >= 0) {
            text.found(Rank.PAN, start, end);
        }
    }

    /** Whether a card scheme issues numbers that begin with these four digits and have this length. */
    private static boolean issued(int prefix, int digits) {
        return switch (prefix / 1000) {
            case 1 -> digits == 15 || prefix == 1946 && digits >= 16;
            case 2 ->
                digits == 15 && (prefix == 2131 || prefix == 2014 || prefix == 2149)
                        || digits >= 16 && (prefix >= 2200 && prefix <= 2205 || prefix >= 2221 && prefix <= 2720);
            case 3 -> digits >= 14;
            case 4, 5, 6 -> true;
            case 7, 8, 9 -> digits >= 16;
            default -> false;
        };
    }
}
