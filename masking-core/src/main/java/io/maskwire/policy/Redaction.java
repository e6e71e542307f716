package io.maskwire.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What each {@link RedactStyle} shows. */
final class Redaction {

    private static final int LONGEST = 1024;
    private static final String PAN_SEPARATORS = " -";
    private static final String PHONE_SEPARATORS = " -./()";

    private Redaction() {}

    static String of(RedactStyle style, String original) {
        if (original.length() > LONGEST) {
            return Masks.MARKER;
        }
        String text = original.strip();
        return switch (style) {
            case EMAIL -> email(text);
            case PHONE -> phone(text);
            case PAN -> pan(digits(text, PAN_SEPARATORS));
            case IBAN -> iban(text.replace(" ", "").toUpperCase(Locale.ROOT));
            case SSN -> ssn(digits(text, PAN_SEPARATORS));
            case NAME -> name(text);
            case IP -> IpRedaction.of(text, TruncateIpMask.MOST_V4_BITS, TruncateIpMask.MOST_V6_BITS);
            case DATE -> date(text, TruncateDateMask.Part.YEAR);
            case POSTCODE_UK -> postcodeUk(text.toUpperCase(Locale.ROOT));
        };
    }

    private static String email(String text) {
        int at = text.lastIndexOf('@');
        int dot = text.lastIndexOf('.');
        if (at < 1 || dot < at + 2 || dot == text.length() - 1 || !lettersFrom(text, dot + 1)) {
            return Masks.MARKER;
        }
        List<String> local = Graphemes.of(text.substring(0, at));
        String first = local.size() < 3 ? "" : local.get(0);
        return first + "***@***" + text.substring(dot).toLowerCase(Locale.ROOT);
    }

    private static boolean lettersFrom(String text, int start) {
        return text.codePoints().skip(text.codePointCount(0, start)).allMatch(Character::isLetter);
    }

    private static String phone(String text) {
        boolean international = text.startsWith("+");
        String digits = digits(international ? text.substring(1) : text, PHONE_SEPARATORS);
        if (digits.length() < 7 || digits.length() > 15) {
            return Masks.MARKER;
        }
        return (international ? "+***" : "***") + lastOf(digits, 2);
    }

    private static String pan(String digits) {
        int length = digits.length();
        if (length < 12 || length > 19) {
            return Masks.MARKER;
        }
        String bin = length < 15 ? "" : digits.substring(0, 6);
        return bin + "******" + lastOf(digits, 4);
    }

    private static String iban(String text) {
        return Iban.looksLike(text) ? text.substring(0, 2) + "****" + lastOf(text, 4) : Masks.MARKER;
    }

    private static String ssn(String digits) {
        return digits.length() == 9 ? "***-**-" + lastOf(digits, 4) : Masks.MARKER;
    }

    private static String name(String text) {
        List<String> characters = Graphemes.of(text);
        return characters.size() < 3 ? Masks.MARKER : characters.get(0) + "***";
    }

    static String date(String text, TruncateDateMask.Part part) {
        LocalDate date = IsoDate.day(text);
        if (date == null) {
            return Masks.MARKER;
        }
        return switch (part) {
            case YEAR -> String.format(Locale.ROOT, "%04d", date.getYear());
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", date.getYear(), date.getMonthValue());
        };
    }

    private static String postcodeUk(String text) {
        String outward =
                text.length() < 5 ? "" : text.substring(0, text.length() - 3).strip();
        String inward = text.length() < 5 ? "" : lastOf(text, 3);
        boolean shaped = outward.matches("[A-Z]{1,2}[0-9][A-Z0-9]?") && inward.matches("[0-9][A-Z]{2}");
        return shaped ? outward + " ***" : Masks.MARKER;
    }

    /** The ASCII digits of a text of digits and separators; empty if anything else is in it. */
    private static String digits(String text, String separators) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (separators.indexOf(c) < 0) {
                return "";
            }
        }
        return digits.toString();
    }

    private static String lastOf(String text, int count) {
        return text.substring(text.length() - count);
    }
}
