package io.maskwire.text;

/** IPv4 addresses: four numbers up to 255 with dots, not more and not fewer; no version such as {@code v1.2.3.4}. */
final class Ipv4 {

    private static final int PARTS = 4;
    private static final int MOST_DIGITS = 3;
    private static final int LARGEST = 255;

    private Ipv4() {}

    /** Reports the address that begins at a place, where no dot stands before. */
    static void at(TextScan text, int start) {
        int end = end(text, start);
        boolean longer = Chars.digit(text.at(end)) || text.at(end) == '.' && Chars.digit(text.at(end + 1));
        boolean version = Chars.fold(text.at(start - 1)) == 'v' && !Chars.alphanumeric(text.at(start - 2));
        if (end > 0 && !longer && !version) {
            text.found(Rank.IP, start, end);
        }
    }

    /** Where an address that begins here ends; -1 if none does. */
    static int end(TextScan text, int start) {
        int at = start;
        for (int part = 0; part < PARTS; part++) {
            if (part > 0 && text.at(at++) != '.') {
                return -1;
            }
            int number = 0;
            int first = at;
            while (at - first < MOST_DIGITS && Chars.digit(text.at(at))) {
                number = 10 * number + text.at(at++) - '0';
            }
            if (at == first || number > LARGEST) {
                return -1;
            }
        }
        return at;
    }
}
