package io.maskwire.text;

import java.nio.charset.StandardCharsets;

/**
 * A text as one byte for each of its chars, which is what detectors read. Characters of Latin-1 are themselves; of all
 * others, digits, full-width forms, dashes and spaces become their ASCII twins, and the rest becomes one letter or one
 * symbol. Places in it are places in the text.
 */
final class FoldedText {

    private static final char LAST_OF_LATIN_1 = 0xFF;
    private static final byte ANY_LETTER = (byte) 0xAA;
    private static final byte ANY_SYMBOL = (byte) 0xA7;
    private static final byte SOFT_HYPHEN = (byte) 0xAD;
    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int TO_ASCII = FULL_WIDTH_FIRST - '!';

    private FoldedText() {}

    /** The bytes of a text of Latin-1; of others there is a {@code ?} where the first other character is. */
    static byte[] ofLatin1(String text) {
        // A copy of memory for what is Latin-1, which nearly all text is; told apart by its question marks later.
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] of(String text) {
        byte[] folded = new byte[text.length()];
        for (int i = 0; i < folded.length; i++) {
            char c = text.charAt(i);
            folded[i] = c <= LAST_OF_LATIN_1 ? (byte) c : fold(text, i, c);
        }
        return folded;
    }

    /** A name with its full-width forms as what they are twins of. */
    static String halfWidth(String name) {
        if (name.chars().noneMatch(FoldedText::isFullWidth)) {
            return name;
        }
        StringBuilder half = new StringBuilder(name.length());
        name.chars().forEach(c -> half.append((char) (isFullWidth(c) ? c - TO_ASCII : c)));
        return half.toString();
    }

    private static boolean isFullWidth(int c) {
        return c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST;
    }

    private static byte fold(String text, int at, char c) {
        if (isFullWidth(c)) {
            return (byte) (c - TO_ASCII);
        }
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER -> (byte) ('0' + Character.digit(c, 10));
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.DASH_PUNCTUATION -> '-';
            case Character.FORMAT -> SOFT_HYPHEN;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\n';
            case Character.SURROGATE -> surrogate(text, at, c);
            default -> c == '\u2212' ? (byte) '-' : Character.isLetter(c) ? ANY_LETTER : ANY_SYMBOL;
        };
    }

    private static byte surrogate(String text, int at, char c) {
        int start =
                Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
        return Character.isLetter(text.codePointAt(start)) ? ANY_LETTER : ANY_SYMBOL;
    }
}
