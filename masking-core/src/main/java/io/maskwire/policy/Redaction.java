package io.maskwire.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What each {@link RedactStyle} shows. */
final class Redaction {

    private static final int LONGEST = 1024;
    private static final String PAN_SEPARATORS = " -";
    private static final int SHORTEST_WITH_BIN = 15;
    private static final String PHONE_SEPARATORS = " -./()";

    // Labels of letters, digits and -, the last of letters. None can match in two ways, so there is no backtracking.
    private static final Pattern HOST =
            Pattern.compile("(?:[\\p{L}\\p{M}\\p{N}-]{1,63}\\.){1,126}[\\p{L}\\p{M}]{2,24}");

    private Redaction() {}

    static String of(RedactStyle style, String original) {
        if (original.length() > LONGEST) {
            return Masks.MARKER;
        }
        String text = original.strip();
        return switch (style) {
            case EMAIL -> email(text);
            case PHONE -> phone(text);
            case PAN -> pan(digits(text, PAN_SEPARATORS), 6);
            case PAN_BIN8 -> pan(digits(text, PAN_SEPARATORS), 8);
            case IBAN -> iban(upperCase(text.replace(" ", "")));
            case SSN -> ssn(digits(text, PAN_SEPARATORS));
            case NAME -> name(text);
            case IP -> IpRedaction.of(text, TruncateIpMask.MOST_V4_BITS, TruncateIpMask.MOST_V6_BITS);
            case DATE -> date(text, TruncateDateMask.Part.YEAR);
            case POSTCODE_UK -> postcodeUk(upperCase(text));
        };
    }

    private static String email(String text) {
        int at = text.lastIndexOf('@');
        String host = text.substring(at + 1);
        String local = text.substring(0, Math.max(at, 0));
        if (local.isEmpty() || !HOST.matcher(host).matches() || !isLocalPart(local)) {
            return Masks.MARKER;
        }
        return firstOf(local).orElse("") + "***@***"
                + host.substring(host.lastIndexOf('.')).toLowerCase(Locale.ROOT);
    }

    private static boolean isLocalPart(String local) {
        for (int i = 0; i < local.length(); i++) {
            char c = local.charAt(i);
            if (c == '<' || c == '>' || Character.isWhitespace(c) || Character.isISOControl(c)) {
                return false;
            }
        }
        return true;
    }

    /** The first character of a text of at least three. */
    private static Optional<String> firstOf(String text) {
        if (Graphemes.areChars(text)) {
            return text.length() < 3 ? Optional.empty() : Optional.of(text.substring(0, 1));
        }
        List<String> characters = Graphemes.visible(text).limit(3).toList();
        return characters.size() < 3
                ? Optional.empty()
                : Optional.of(characters.get(0)).filter(Graphemes::isOne);
    }

    private static String phone(String text) {
        boolean international = text.startsWith("+");
        String digits = digits(international ? text.substring(1) : text, PHONE_SEPARATORS);
        if (digits.length() < 7 || digits.length() > 15) {
            return Masks.MARKER;
        }
        return (international ? "+***" : "***") + lastOf(digits, 2);
    }

    /** In upper case, or empty if there is anything but ASCII: other letters may become a Latin one, or two. */
    static String upperCase(String text) {
        return text.chars().allMatch(c -> c < 0x80) ? text.toUpperCase(Locale.ROOT) : "";
    }

    /** PCI allows the BIN of eight only beside at least four hidden digits, so of 16 and more. */
    private static String pan(String digits, int longestBin) {
        int length = digits.length();
        if (length < 12 || length > 19) {
            return Masks.MARKER;
        }
        int bin = length < SHORTEST_WITH_BIN ? 0 : length == SHORTEST_WITH_BIN ? 6 : longestBin;
        return digits.substring(0, bin) + "******" + lastOf(digits, 4);
    }

    private static String iban(String text) {
        return Iban.looksLike(text) ? text.substring(0, 2) + "****" + lastOf(text, 4) : Masks.MARKER;
    }

    private static String ssn(String digits) {
        return digits.length() == 9 ? "***-**-" + lastOf(digits, 4) : Masks.MARKER;
    }

    private static String name(String text) {
        return firstOf(text).map(first -> first + "***").orElse(Masks.MARKER);
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
