package io.maskwire.declaration;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What of a declaration may stand in a message: names, never what could be data put in the wrong place. */
final class Shown {

    private static final int LONGEST = 63;
    private static final Pattern FILE = Pattern.compile("[\\p{L}0-9_./-]{1,200}");
    private static final Pattern SETTING = Pattern.compile("[A-Za-z0-9_.\\[\\]-]{1,200}");
    private static final int MOST_DIGITS = 6;
    private static final int MOST_NAMES = 20;

    private Shown() {}

    /** The name in quotes; not what is no name, or has as many digits as a number of a person. */
    static String quoted(String name) {
        return isName(name) ? '"' + name + '"' : "(not shown)";
    }

    /** The name without quotes, as in a path such as {@code calls.payments.port}. */
    static String step(String name) {
        return isName(name) ? name : "?";
    }

    /** The name of a property or bean of an application, as {@code spring.datasource.url}. */
    static String setting(String name) {
        return SETTING.matcher(name).matches() && hasFewDigits(name) ? name : "?";
    }

    /** The name of a file in quotes, with the folders above it; not what is none, or has as many digits as data has. */
    static String file(String name) {
        return FILE.matcher(name).matches() && hasFewDigits(name) ? '"' + name + '"' : "(name not shown)";
    }

    /** Several names, as many as a message can bear. */
    static String list(Collection<String> names) {
        String first = names.stream().limit(MOST_NAMES).map(Shown::step).collect(Collectors.joining(", "));
        int more = names.size() - MOST_NAMES;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    /** Whether it looks like a name and not like data. Every part's path is made of such, so this is by hand. */
    static boolean isName(String name) {
        if (name.isEmpty() || name.length() > LONGEST || ".:/-".indexOf(name.charAt(0)) >= 0) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (!isOfName(name.charAt(i)) && (i > 0 || name.charAt(0) != '$')) {
                return false;
            }
        }
        return hasFewDigits(name);
    }

    private static boolean isOfName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || "_.:/-".indexOf(c) >= 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean hasFewDigits(String name) {
        int digits = 0;
        for (int i = 0; i < name.length(); i++) {
            digits += isDigit(name.charAt(i)) ? 1 : 0;
        }
        return digits <= MOST_DIGITS;
    }
}
