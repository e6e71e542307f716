package io.maskwire.text;

/**
 * Looks at numbers: groups of digits with one space, dash or dot between them. From each group on it asks for an IBAN, a
 * card number, a US social security number and an IPv4 address.
 */
final class Numbers {

    /** The letters of an IBAN's country, and of a bank that stands after the check digits. */
    private static final int LETTERS_OF_BANK = 4;

    private final TextScan text;
    private int done;

    Numbers(TextScan text) {
        this.text = text;
    }

    /** Looks at the numbers that have a digit in a part of the text. */
    void in(int from, int to) {
        for (int i = Math.max(from, done); i < to; i++) {
            if (Chars.digit(text.at(i))) {
                run(i);
                i = Math.max(i, done - 1);
            }
        }
    }

    private void run(int inside) {
        int start = inside;
        while (start > done && belongs(start - 1)) {
            start--;
        }
        afterLetters(start);
        int end = start;
        for (int group = start; Chars.digit(text.at(group)); group = belongs(end) ? end + 1 : end) {
            end = group;
            while (Chars.digit(text.at(end))) {
                end++;
            }
            group(group, end, group == start);
        }
        done = Math.max(end, inside + 1);
    }

    private boolean belongs(int at) {
        int c = text.at(at);
        return Chars.digit(c)
                || (Chars.gap(c) || c == '.') && Chars.digit(text.at(at - 1)) && Chars.digit(text.at(at + 1));
    }

    private void group(int start, int end, boolean first) {
        Ibans.at(text, start - 2);
        Cards.at(text, start);
        if (end - start == 3) {
            Ssns.at(text, start);
        }
        if (end - start <= 3 && text.at(end) == '.' && (first || text.at(start - 1) != '.')) {
            Ipv4.at(text, start);
        }
    }

    /** An IBAN whose bank is written in letters, so that its check digits are no part of this number. */
    private void afterLetters(int number) {
        int bank = number;
        while (bank > number - LETTERS_OF_BANK - 1 && (Chars.asciiLetter(text.at(bank - 1)) || Chars.gap(text.at(bank - 1)))) {
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
