package io.maskwire.networkpolicy.api;

import java.util.Collection;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names as messages show them: never what could be data put in the wrong place. */
public final class Shown {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:/-]{0,126}");
    private static final int MOST_DIGITS = 6;
    private static final String NOTHING = "nothing";

    private Shown() {}

    /** The name, or a question mark for what is none or has as many digits as a number of a person. */
    public static String name(String name) {
        boolean few = name.chars().filter(c -> c >= '0' && c <= '9').count() <= MOST_DIGITS;
        return few && NAME.matcher(name).matches() ? name : "?";
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
