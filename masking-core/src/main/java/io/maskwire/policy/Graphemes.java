package io.maskwire.policy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Cuts text where people see one character end: Unicode extended grapheme clusters (UAX #29). */
final class Graphemes {

    // \X is matched by a loop without backtracking.
    private static final Pattern CLUSTER = Pattern.compile("\\X");
    /** Below the first combining mark only a carriage return joins the character behind it. */
    private static final char FIRST_JOINING = 0x300;

    private Graphemes() {}

    static List<String> of(String text) {
        return CLUSTER.matcher(text).results().map(MatchResult::group).toList();
    }

    /** True if each {@code char} is a character of its own. */
    static boolean areChars(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_JOINING || c == '\r') {
                return false;
            }
        }
        return true;
    }
}
