package io.maskwire.policy;

import java.util.Map;
import java.util.regex.Pattern;

/** The forms that redacting leaves where it puts {@code *}: no original of such a kind looks like one. */
final class RedactedForm {

    private static final Map<RedactStyle, Pattern> OF_STYLES = Map.of(
            RedactStyle.EMAIL, Pattern.compile("\\X?\\*{3}@\\*{3}\\.[\\p{L}\\p{M}]{2,24}"),
            RedactStyle.PHONE, Pattern.compile("\\+?\\*{3}[0-9]{2}"),
            RedactStyle.PAN, Pattern.compile("(?:[0-9]{6})?\\*{6}[0-9]{4}"),
            RedactStyle.PAN_BIN8, Pattern.compile("(?:[0-9]{6}|[0-9]{8})?\\*{6}[0-9]{4}"),
            RedactStyle.IBAN, Pattern.compile("[A-Z]{2}\\*{4}[A-Z0-9]{4}"),
            RedactStyle.SSN, Pattern.compile("\\*{3}-\\*{2}-[0-9]{4}"),
            RedactStyle.NAME, Pattern.compile("\\X\\*{3}"),
            RedactStyle.POSTCODE_UK, Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]? \\*{3}"));

    // A character is at most twelve code points, and the form of an e-mail address has 32 others.
    private static final int LONGEST_STYLE = 64;

    private RedactedForm() {}

    /** Whether a style wrote a text. Networks and years look like originals. */
    static Recognition of(RedactStyle style, String text) {
        Pattern form = OF_STYLES.get(style);
        return form == null
                ? Recognition.CANNOT_TELL
                : Recognition.exactly(
                        text.length() <= LONGEST_STYLE && form.matcher(text).matches());
    }

    /** Whether a text is two ends around what stands for the rest. */
    static Recognition ofEnds(String hidden, String text, int first, int last) {
        boolean isShort = text.length() <= KeptEnds.longest(first, last) + hidden.length();
        int at = isShort ? text.indexOf(hidden) : -1;
        // The first end may hold a * itself. Each step adds one, so there are few.
        while (at >= 0 && characters(text.substring(0, at)) < first) {
            at = text.indexOf(hidden, at + 1);
        }
        return Recognition.exactly(at >= 0
                && characters(text.substring(0, at)) == first
                && characters(text.substring(at + hidden.length())) == last);
    }

    private static long characters(String end) {
        return Graphemes.of(end).count();
    }
}
