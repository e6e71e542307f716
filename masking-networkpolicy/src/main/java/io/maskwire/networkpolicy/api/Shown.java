package io.maskwire.networkpolicy.api;

import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names as messages show them: never what could be data put in the wrong place. */
public final class Shown {

    private static final int LONGEST = 127;
    private static final int MOST_DIGITS = 6;
    private static final String NOTHING = "nothing";

    private Shown() {}

    /** The name, or a question mark for what is none or has as many digits as a number of a person. */
    public static String name(String name) {
        return isName(name) ? name : "?";
    }

    private static boolean isName(String name) {
        if (name.isEmpty() || name.length() > LONGEST || "_.:/-".indexOf(name.charAt(0)) >= 0) {
            return false;
        }
        int digits = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && !isLetter(c) && "_.:/-".indexOf(c) < 0) {
                return false;
            }
            digits += digit ? 1 : 0;
        }
        return digits <= MOST_DIGITS;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** An edge such as {@code calls.payments}. */
    public static String edge(String kind, String name) {
        return kind + "." + name(name);
    }

    /** A topic or the edge to one, whose names may be longer and have more digits than others. */
    public static String topic(String name) {
        int dot = name.indexOf('.');
        return dot > 0 && !name(name).equals(name) ? name.substring(0, dot) + ".?" : name(name);
    }

    /** Several names, sorted. */
    public static String list(Collection<String> names) {
        return names.isEmpty()
                ? NOTHING
                : new TreeSet<>(names).stream().map(Shown::name).collect(Collectors.joining(", "));
    }
}
