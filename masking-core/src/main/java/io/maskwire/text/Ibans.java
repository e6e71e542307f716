package io.maskwire.text;

import java.util.Map;

/**
 * Account numbers of ISO 13616: a country, its length, and the check of ISO/IEC 7064 (mod 97), with one space or dash
 * between groups, in capitals or not. Lengths are those of SWIFT's IBAN registry,
 * release 103.
 */
final class Ibans {

    private static final int ALPHABET = 26;
    /** A country and two digits. */
    private static final int HEAD = 4;

    private static final byte[] LENGTHS = lengths(Map.ofEntries(
            Map.entry(15, "NO"),
            Map.entry(16, "BE"),
            Map.entry(18, "DK FO FI GL NL SD FK"),
            Map.entry(19, "MK SI"),
            Map.entry(20, "AT BA EE KZ LT LU XK MN"),
            Map.entry(21, "CH HR LI LV"),
            Map.entry(22, "BG BH CR DE GB GE IE ME RS VA"),
            Map.entry(23, "AE GI IL IQ OM SO TL"),
            Map.entry(24, "AD CZ ES MD PK RO SA SE SK TN VG"),
            Map.entry(25, "LY PT ST"),
            Map.entry(26, "IS TR"),
            Map.entry(27, "BI DJ FR GR IT MC MR SM"),
            Map.entry(28, "AL AZ BY CY DO GT HN HU LB NI PL SV"),
            Map.entry(29, "BR EG PS QA UA"),
            Map.entry(30, "JO KW MU YE"),
            Map.entry(31, "MT SC"),
            Map.entry(32, "LC"),
            Map.entry(33, "RU")));

    private Ibans() {}

    private static byte[] lengths(Map<Integer, String> countries) {
        byte[] lengths = new byte[ALPHABET * ALPHABET];
        countries.forEach((length, names) -> {
            for (String name : names.split(" ")) {
                lengths[(name.charAt(0) - 'A') * ALPHABET + name.charAt(1) - 'A'] = length.byteValue();
            }
        });
        return lengths;
    }

    private static int length(int first, int second) {
        return LENGTHS[(Chars.fold(first) - 'a') * ALPHABET + Chars.fold(second) - 'a'];
    }

    /** Reports the account numbers that begin in a part of the text, however few digits they have. */
    static void in(TextScan text, int first, int last) {
        for (int start = first; start <= last; start++) {
            if (Chars.digit(text.at(start + 2)) && Chars.digit(text.at(start + 3))) {
                at(text, start);
            }
        }
    }

    /** Reports the account number that begins with the two letters at a place. */
    static void at(TextScan text, int start) {
        int first = text.at(start);
        int second = text.at(start + 1);
        if (!Chars.asciiLetter(first) || !Chars.asciiLetter(second) || Chars.digit(text.at(start - 1))) {
            return;
        }
        int length = length(first, second);
        if (length > 0 && Chars.digit(text.at(start + 2)) && Chars.digit(text.at(start + 3))) {
            check(text, start, length);
        }
    }

    private static void check(TextScan text, int start, int length) {
        int remainder = 0;
        int at = start + HEAD;
        for (int left = length - HEAD; left > 0; left--) {
            if (Chars.gap(text.at(at))) {
                at++;
            }
            int value = value(text.at(at++));
            if (value < 0) {
                return;
            }
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
        }
        for (int i = 0; i < HEAD; i++) {
            int value = value(text.at(start + i));
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
        }
        if (remainder == 1 && !Chars.digit(text.at(at))) {
            text.found(Rank.IBAN, start, at);
        }
    }

    private static int value(int c) {
        if (Chars.digit(c)) {
            return c - '0';
        }
        return Chars.asciiLetter(c) ? Chars.fold(c) - 'a' + 10 : -1;
    }
}
