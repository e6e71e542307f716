package io.maskwire.policy;

/** The outer shape of an IBAN (ISO 13616): country, two check digits, 11 to 30 letters and digits. */
final class Iban {

    private static final int SHORTEST = 15;
    private static final int LONGEST = 34;

    private Iban() {}

    static boolean looksLike(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return false;
        }
        if (!letter(text.charAt(0)) || !letter(text.charAt(1)) || !digit(text.charAt(2)) || !digit(text.charAt(3))) {
            return false;
        }
        return text.chars().skip(4).allMatch(c -> letter((char) c) || digit((char) c));
    }

    private static boolean letter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
