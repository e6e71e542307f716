package io.maskwire.text;

/** What the characters of a folded text are, in tables of the 256 values a byte has. */
final class Chars {

    /** What is outside a text; a boundary to everything, as is the character NUL. */
    static final int NONE = 0;

    private static final int SIZE = 256;
    private static final int DIGIT = 1;
    private static final int LETTER = 1 << 1;
    private static final int HEX = 1 << 2;
    private static final int TOKEN = 1 << 3;
    private static final int MAIL = 1 << 4;
    private static final int NAME = 1 << 5;
    private static final int BLANK = 1 << 6;
    private static final int GAP = 1 << 7;
    private static final int BASE64 = 1 << 8;

    private static final short[] KINDS = kinds();

    private Chars() {}

    private static short[] kinds() {
        short[] kinds = new short[SIZE];
        for (int c = 0; c < SIZE; c++) {
            boolean digit = c >= '0' && c <= '9';
            boolean ascii = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean letter = ascii || c >= 0x80 && Character.isLetter(c);
            int kind = digit ? DIGIT : letter ? LETTER : 0;
            kind |= digit || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' ? HEX : 0;
            kind |= digit || ascii || c == '_' || c == '-' ? TOKEN : 0;
            kind |= digit || letter || "._%+-'!#$&*?^~".indexOf(c) >= 0 ? MAIL : 0;
            kind |= digit || letter || "_-.$%".indexOf(c) >= 0 ? NAME : 0;
            kind |= c == ' ' || c == '\t' || c == 0xA0 ? BLANK : 0;
            // A no-break space and a soft hyphen are what numbers are often grouped with on purpose.
            kind |= c == ' ' || c == '-' || c == 0xA0 || c == 0xAD ? GAP : 0;
            kind |= digit || ascii || "+/=_-".indexOf(c) >= 0 ? BASE64 : 0;
            kinds[c] = (short) kind;
        }
        return kinds;
    }

    /** What a character is in a number: 1 for a digit, 2 for a gap, 3 for a dot, else 0. */
    static byte[] numberKinds() {
        byte[] kinds = new byte[SIZE];
        for (int c = 0; c < SIZE; c++) {
            kinds[c] = (byte) (digit(c) ? 1 : gap(c) ? 2 : c == '.' ? 3 : 0);
        }
        return kinds;
    }

    private static boolean is(int c, int kind) {
        return (KINDS[c] & kind) != 0;
    }

    static boolean digit(int c) {
        return is(c, DIGIT);
    }

    static boolean letter(int c) {
        return is(c, LETTER);
    }

    static boolean asciiLetter(int c) {
        return is(c, TOKEN) && is(c, LETTER);
    }

    static boolean alphanumeric(int c) {
        return is(c, DIGIT | LETTER);
    }

    static boolean hex(int c) {
        return is(c, HEX);
    }

    /** A character of keys and tokens: an ASCII letter or digit, {@code _} or {@code -}. */
    static boolean token(int c) {
        return is(c, TOKEN);
    }

    /** Whether all four are, asked in one step. */
    static boolean tokens(int a, int b, int c, int d) {
        return (KINDS[a] & KINDS[b] & KINDS[c] & KINDS[d] & TOKEN) != 0;
    }

    /** A character of base64 in any alphabet. */
    static boolean base64(int c) {
        return is(c, BASE64);
    }

    /** A character of the part of an e-mail address before the {@code @}. */
    static boolean mail(int c) {
        return is(c, MAIL);
    }

    /** A character of a name that stands without quotes before {@code =} or {@code :}. */
    static boolean name(int c) {
        return is(c, NAME);
    }

    /** A space, of whichever width, or a tab. */
    static boolean blank(int c) {
        return is(c, BLANK);
    }

    static boolean lineEnd(int c) {
        return c == '\n' || c == '\r';
    }

    static boolean white(int c) {
        return is(c, BLANK) || lineEnd(c);
    }

    /** What ends a value without quotes. Other control characters, such as those of colours, are a part of it. */
    static boolean space(int c) {
        return white(c) || c == '\f' || c == '\u000b';
    }

    /** What may stand between the groups of a number. */
    static boolean gap(int c) {
        return is(c, GAP);
    }

    /** As names compare: an ASCII letter in lower case. */
    static int fold(int c) {
        return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    }
}
