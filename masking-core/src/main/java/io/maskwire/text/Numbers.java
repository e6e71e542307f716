package io.maskwire.text;

/**
 * Looks at numbers: groups of digits with one space, dash or dot between them. What has enough of them is asked for: an
 * IBAN before and from its first group on, a card, a US social security number and an IPv4 address from each.
 */
final class Numbers {

    /** The letters of an IBAN's country, and of a bank that stands after the check digits. */
    private static final int LETTERS_OF_BANK = 4;

    private static final int FEWEST_OF_IBAN = 4;
    private static final int DOTS_OF_IP = 3;

    private static final byte[] KINDS = Chars.numberKinds();
    private static final int DIGIT = 1;
    private static final int DOT = 3;

    private final TextScan text;
    private int done;

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

    private void iban(int number) {
        if (Chars.asciiLetter(text.at(number - 1))) {
            Ibans.at(text, number - 2);
        }
        if (Chars.asciiLetter(text.at(number - 1)) || Chars.asciiLetter(text.at(number - 2))) {
            afterLetters(number);
        }
    }

    /** An IBAN whose bank is written in letters, so that its check digits are no part of this number. */
    private void afterLetters(int number) {
        int bank = number;
        while (bank > number - LETTERS_OF_BANK - 1
                && (Chars.asciiLetter(text.at(bank - 1)) || Chars.gap(text.at(bank - 1)))) {
            bank--;
        }
        if (bank == number) {
            return;
        }
        int digits = Chars.gap(text.at(bank - 1)) ? bank - 1 : bank;
        if (Chars.digit(text.at(digits - 1)) && Chars.digit(text.at(digits - 2))) {
            Ibans.at(text, digits - 4);
        }
    }
}
