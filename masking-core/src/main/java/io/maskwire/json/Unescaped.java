package io.maskwire.json;

/** What a JSON string says, from how it is written between its quotes; escapes are known to be valid. */
final class Unescaped {

    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;

    private Unescaped() {}

    static String of(String written) {
        int escape = written.indexOf('\\');
        if (escape < 0) {
            return written;
        }
        StringBuilder text = new StringBuilder(written.length());
        int copied = 0;
        while (escape >= 0) {
            text.append(written, copied, escape);
            char kind = written.charAt(escape + 1);
            copied = escape + 2;
            if (kind == 'u') {
                text.append((char) Integer.parseInt(written, copied, copied + HEX_DIGITS, HEX));
                copied += HEX_DIGITS;
            } else {
                text.append(character(kind));
            }
            escape = written.indexOf('\\', copied);
        }
        return text.append(written, copied, written.length()).toString();
    }

    private static char character(char kind) {
        return switch (kind) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> kind;
        };
    }

    /** False if there is an unpaired surrogate: then it is no text that a mask could take. */
    static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
