package io.maskwire.text;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A second opinion on what detectors find: tries every beginning and every end, with the expressions and the arithmetic of
 * a textbook, and takes all the time it needs. For ASCII.
 */
final class Twin {

    private static final int LONGEST = 60;
    private static final Pattern PAN = Pattern.compile("[0-9]+|(?:[0-9]{2,}[ -])+[0-9]+");
    private static final Pattern SSN = Pattern.compile("([0-9]{3})([ -])([0-9]{2})\\2([0-9]{4})");
    private static final Pattern IP = Pattern.compile("(?:[0-9]{1,3}\\.){3}[0-9]{1,3}");
    private static final Pattern IBAN = Pattern.compile("[A-Za-z]{2}[0-9]{2}(?:[ -]?[A-Za-z0-9])+");
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_%+\\-!#$&*?^~][A-Za-z0-9._%+\\-'!#$&*?^~]*\\z");
    private static final Pattern DOMAIN = Pattern.compile("(?:[A-Za-z0-9-]*[A-Za-z0-9]\\.)+[A-Za-z]{2,}");

    /** What was found by whom, as {@code RANK start-end}. */
    private final Set<String> found = new TreeSet<>();

    private final String text;

    Twin(String text) {
        this.text = text;
    }

    Set<String> findings() {
        for (int start = 0; start < text.length(); start++) {
            longest(Rank.PAN, start);
            longest(Rank.SSN, start);
            longest(Rank.IP, start);
            longest(Rank.IBAN, start);
        }
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            email(at);
        }
        return found;
    }

    private void email(int at) {
        Matcher user = USER.matcher(text.substring(0, at));
        Matcher domain = DOMAIN.matcher(text.substring(at + 1));
        if (user.find() && domain.lookingAt()) {
            found.add(Rank.EMAIL + " " + user.start() + "-" + (at + 1 + domain.end()));
        }
    }

    private void longest(Rank rank, int start) {
        for (int end = Math.min(text.length(), start + LONGEST); end > start; end--) {
            if (is(rank, start, end)) {
                found.add(rank + " " + start + "-" + end);
                return;
            }
        }
    }

    private boolean is(Rank rank, int start, int end) {
        String value = text.substring(start, end);
        String before = text.substring(0, start);
        String after = text.substring(end);
        return switch (rank) {
            case PAN ->
                PAN.matcher(value).matches()
                        && !endsWith(before, "[0-9]")
                        && !startsWith(after, "[0-9]")
                        && isPan(value);
            case SSN ->
                SSN.matcher(value).matches()
                        && !endsWith(before, "[0-9]-?")
                        && !startsWith(after, "-?[0-9]")
                        && isSsn(value.replaceAll("[ -]", ""));
            case IP ->
                IP.matcher(value).matches()
                        && !endsWith(before, "[0-9]\\.?|(^|[^A-Za-z0-9])[vV]")
                        && !startsWith(after, "\\.?[0-9]")
                        && isIp(value);
            case IBAN ->
                IBAN.matcher(value).matches()
                        && !endsWith(before, "[0-9]")
                        && !startsWith(after, "[0-9]")
                        && isIban(value);
            default -> false;
        };
    }

    private static boolean endsWith(String text, String pattern) {
        return Pattern.compile("(?:" + pattern + ")\\z").matcher(text).find();
    }

    private static boolean startsWith(String text, String pattern) {
        return Pattern.compile("(?:" + pattern + ")").matcher(text).lookingAt();
    }

    private static boolean isPan(String value) {
        String digits = value.replaceAll("[ -]", "");
        return digits.length() >= 12
                && digits.length() <= 19
                && Samples.withLuhn(digits.substring(0, digits.length() - 1)).equals(digits)
                && issued(digits);
    }

    private static boolean issued(String digits) {
        String lengths = switch (digits.charAt(0)) {
            case '1' -> "15";
            case '2' -> digits.matches("(2131|2014|2149).*") ? "15" : two(Integer.parseInt(digits.substring(0, 4)));
            case '3' -> "14 15 16 17 18 19";
            case '4', '5', '6' -> "12 13 14 15 16 17 18 19";
            case '7', '8', '9' -> "16 17 18 19";
            default -> "";
        };
        return lengths.contains(Integer.toString(digits.length()));
    }

    private static String two(int prefix) {
        return prefix >= 2200 && prefix <= 2205 || prefix >= 2221 && prefix <= 2720 ? "16 17 18 19" : "";
    }

    private static boolean isSsn(String digits) {
        return digits.matches("(?!000|666|9..)...(?!00)..(?!0000)....") && !digits.matches("078051120|219099999");
    }

    private static boolean isIp(String value) {
        for (String part : value.split("\\.")) {
            if (Integer.parseInt(part) > 255) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIban(String value) {
        String iban = value.replaceAll("[ -]", "").toUpperCase(java.util.Locale.ROOT);
        int length = iban.startsWith("DE") ? 22 : iban.startsWith("GB") ? 22 : iban.startsWith("NO") ? 15 : 0;
        return iban.length() == length
                && Samples.checkDigits(iban.substring(0, 2), iban.substring(4)).equals(iban.substring(2, 4));
    }
}
