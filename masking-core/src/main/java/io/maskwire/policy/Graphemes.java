package io.maskwire.policy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Cuts text where people see one character end: Unicode extended grapheme clusters (UAX #29). */
final class Graphemes {

    // \X is matched by a loop without backtracking.
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private Graphemes() {}

    static List<String> of(String text) {
        return CLUSTER.matcher(text).results().map(MatchResult::group).toList();
    }
}
