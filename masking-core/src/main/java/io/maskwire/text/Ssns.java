package io.maskwire.text;

/**
 * US social security numbers: three, two and four digits with the same space or dash between them, in the ranges the
 * Social Security Administration issues: no area 000, 666 or from 900, no group 00, no serial 0000, and none of the two
 * that advertisements made invalid.
 */
final class Ssns {

    static final int DIGITS = 9;
    static final int AREA = 3;
    private static final int LENGTH = 11;

    private Ssns() {}

    /** Reports the number that begins with three digits at a place. */
    static void at(TextScan text, int start) {
        int gap = text.at(start + AREA);
        if (!Chars.gap(gap)
                || text.at(start + 6) != gap
                || belongsToMore(text.at(start - 1), text.at(start - 2))
                || belongsToMore(text.at(start + LENGTH), text.at(start + LENGTH + 1))) {
            return;
        }
        int area = number(text, start, AREA);
        int group = number(text, start + 4, 2);
        int serial = number(text, start + 7, 4);
        boolean issued = area > 0 && area != 666 && area < 900 && group > 0 && serial > 0;
        boolean advertised = area == 78 && group == 5 && serial == 1120 || area == 219 && group == 9 && serial == 9999;
        if (issued && !advertised) {
            text.found(Rank.SSN, start, start + LENGTH);
        }
    }

    private static boolean belongsToMore(int near, int beyond) {
        return Chars.digit(near) || near == '-' && Chars.digit(beyond);
    }

    private static int number(TextScan text, int start, int digits) {
        int number = 0;
        for (int i = 0; i < digits; i++) {
            int c = text.at(start + i);
            if (!Chars.digit(c)) {
                return -1;
            }
            number = 10 * number + c - '0';
        }
        return number;
    }
}
