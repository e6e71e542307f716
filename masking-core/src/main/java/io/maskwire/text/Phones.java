package io.maskwire.text;

/**
 * Telephone numbers that begin with {@code +} and a country (ITU-T E.164): 7 to 15 digits, and as many as the country has
 * where all its numbers have the same, with spaces, dashes, dots, slashes and brackets between them.
 */
final class Phones {

    private static final int FEWEST = 7;
    private static final int MOST = 15;
    private static final int DIGITS_OF_ONE_AND_SEVEN = 11;
    private static final int MOST_BETWEEN = 3;

    private Phones() {}

    /**
     * Reports the number at a {@code +}.
     *
     * @param plus where it is
     * @param start after it; farther away if it is escaped
     */
    static void at(TextScan text, int plus, int start) {
        int at = text.at(start) == '(' ? start + 1 : start;
        int country = text.at(at);
        if (country < '1' || country > '9' || Chars.digit(text.at(plus - 1)) || unassigned(country, text.at(at + 1))) {
            return;
        }
        boolean sameLength = country == '1' || country == '7';
        int most = sameLength ? DIGITS_OF_ONE_AND_SEVEN : MOST;
        int digits = 0;
        int end = -1;
        while (Chars.digit(text.at(at))) {
            while (Chars.digit(text.at(at))) {
                at++;
                digits++;
                // A 0 in brackets is dialled inside the country only.
                if (digits > most + 1) {
                    report(text, plus, end, start);
                    return;
                }
            }
            if (digits >= FEWEST && digits <= most && (!sameLength || digits == most)) {
                end = at;
            }
            at = afterGap(text, at);
        }
        report(text, plus, end, start);
    }

    private static void report(TextScan text, int plus, int end, int start) {
        if (end >= 0) {
            Finding.Form form = start - plus == 1 ? Finding.Form.PLAIN : Finding.Form.URL;
            text.found(Rank.PHONE, plus, end, Rank.PHONE.classification(), form);
        }
    }

    private static boolean unassigned(int first, int second) {
        return second == '8' && first == '2' || first == '8' && (second == '3' || second == '9');
    }

    /** Where the next digits begin, if no more than a bracket and spaces are between. */
    private static int afterGap(TextScan text, int at) {
        for (int i = at; i < at + MOST_BETWEEN; i++) {
            int c = text.at(i);
            if (!Chars.gap(c) && c != '.' && c != '/' && c != '(' && c != ')') {
                return i;
            }
        }
        return at + MOST_BETWEEN;
    }
}
