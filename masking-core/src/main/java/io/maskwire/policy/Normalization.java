package io.maskwire.policy;

import java.text.Normalizer.Form;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/** How each {@link Normalizer} works. */
final class Normalization {

    private static final String DIGIT_SEPARATORS = " -./()";
    private static final int LONGEST_EMAIL = 1024;
    /** As Unicode's stream-safe text (UAX #15): putting marks in order takes the square of their number. */
    private static final int MOST_MARKS = 30;

    private Normalization() {}

    static String of(Normalizer normalizer, String original) {
        return switch (normalizer) {
            case NONE -> original;
            case NFC -> nfc(original);
            case EMAIL -> email(original);
            case DIGITS -> digits(original);
            case IBAN -> iban(original);
            case ISO_DATE -> isoDate(original);
        };
    }

    private static String nfc(String original) {
        int marks = 0;
        for (int i = 0; i < original.length(); i += Character.charCount(original.codePointAt(i))) {
            marks = isMark(original.codePointAt(i)) ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                throw notA("a text with at most " + MOST_MARKS + " marks on a character");
            }
        }
        return java.text.Normalizer.normalize(original, Form.NFC).strip();
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static String email(String original) {
        if (original.length() > LONGEST_EMAIL) {
            throw notA("an email address");
        }
        String text = nfc(original);
        int at = text.lastIndexOf('@');
        if (at < 1 || at == text.length() - 1) {
            throw notA("an email address");
        }
        return text.substring(0, at + 1) + text.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    private static String digits(String original) {
        StringBuilder digits = new StringBuilder(original.length());
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (DIGIT_SEPARATORS.indexOf(c) < 0) {
                throw notA("a number of digits and separators");
            }
        }
        if (digits.isEmpty()) {
            throw notA("a number of digits and separators");
        }
        return digits.toString();
    }

    private static String iban(String original) {
        String text = Redaction.upperCase(original.replace(" ", ""));
        if (!Iban.looksLike(text)) {
            throw notA("an IBAN");
        }
        return text;
    }

    private static String isoDate(String original) {
        try {
            return LocalDate.parse(original.strip()).toString();
        } catch (DateTimeException notADate) {
            // The cause quotes the text, so it is left behind.
            throw notA("a date as yyyy-MM-dd");
        }
    }

    private static IllegalArgumentException notA(String kind) {
        return new IllegalArgumentException("The value is not " + kind + ", so it can't be normalised");
    }
}
