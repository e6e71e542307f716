package io.maskwire.text;

/**
 * Looks at numbers: groups of digits with one space, dash or dot between them. What has enough of them is asked for: an
 * IBAN before and from its first group on, a card, a US social security number and an IPv4 address from each.
 */
final class Numbers {

    /** More letters in a row than before the digits of any IBAN: those of a country, of a bank, and some of the account. */
    private static final int MOST_LETTERS = 8;

    /** Between an IBAN's country and its last group, with a gap in each four. */
    private static final int LONGEST_IBAN = 42;

    private static final int FEWEST_OF_IBAN = 4;
    private static final int DOTS_OF_IP = 3;

    private static final byte[] KINDS = Chars.numberKinds();
    private static final int DIGIT = 1;
    private static final int DOT = 3;

    private final TextScan text;
    private int done;
    private int tried;

    Numbers(TextScan text) {
        this.text = text;
    }

    /** Looks at the numbers that have a digit in a part of the text. */
    void in(int from, int to) {
        byte[] bytes = text.bytes();
        int at = Math.max(from, done);
        while (at < to) {
            at = kind(bytes[at]) == DIGIT ? number(bytes, at) : at + 1;
        }
        done = at;
    }

    /** Goes on here: no number is before that hasn't been looked at. */
    void skip(int to) {
        done = Math.max(done, to);
    }

    private int number(byte[] bytes, int inside) {
        int start = inside;
        while (start > done) {
            int kind = kind(bytes[start - 1]);
            if (kind != DIGIT && (kind == 0 || start - 2 < done || kind(bytes[start - 2]) != DIGIT)) {
                break;
            }
            start--;
        }
        int digits = 0;
        int dots = 0;
        int areas = 0;
        int group = start;
        int end = start;
        for (; end < bytes.length; end++) {
            int kind = kind(bytes[end]);
            if (kind == DIGIT) {
                digits++;
                continue;
            }
            if (kind == 0 || end + 1 == bytes.length || kind(bytes[end + 1]) != DIGIT) {
                break;
            }
            dots += kind == DOT ? 1 : 0;
            areas += end - group == Ssns.AREA ? 1 : 0;
            group = end + 1;
        }
        done = end;
        if (digits >= FEWEST_OF_IBAN) {
            iban(start);
        }
        if (digits >= Cards.SHORTEST || dots >= DOTS_OF_IP || areas > 0 && digits >= Ssns.DIGITS) {
            groups(start, end, digits, dots);
        }
        return end;
    }

    private static int kind(byte c) {
        return KINDS[c & 0xff];
    }

    private void groups(int start, int end, int digits, int dots) {
        for (int group = start; group < end; group++) {
            int groupEnd = group;
            while (Chars.digit(text.at(groupEnd))) {
                groupEnd++;
            }
            if (digits >= Cards.SHORTEST) {
                Cards.at(text, group);
            }
            if (groupEnd - group == Ssns.AREA) {
                Ssns.at(text, group);
            }
            if (dots >= DOTS_OF_IP && (group == start || text.at(group - 1) != '.')) {
                Ipv4.at(text, group);
            }
            group = groupEnd;
        }
    }

    /** Any IBAN that has this number in it, or begins with it: its account may have letters anywhere. */
    private void iban(int number) {
        int letters = 0;
        int first = Math.max(tried, number - LONGEST_IBAN);
        for (int at = number - 1; at >= first && letters <= MOST_LETTERS; at--) {
            int c = text.at(at);
            if (Chars.asciiLetter(c)) {
                letters++;
                if (begins(at)) {
                    Ibans.at(text, at);
                }
            } else if (Chars.digit(c)) {
                letters = 0;
            } else if (!Chars.gap(c) || Chars.gap(text.at(at + 1))) {
                break;
            }
        }
        tried = number;
    }

    private boolean begins(int at) {
        return Chars.digit(text.at(at + 2)) && Chars.digit(text.at(at + 3)) && Chars.asciiLetter(text.at(at + 1));
    }
}
