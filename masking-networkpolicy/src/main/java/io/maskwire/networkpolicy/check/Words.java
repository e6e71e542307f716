package io.maskwire.networkpolicy.check;

import io.maskwire.networkpolicy.api.Shown;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Words of messages. */
final class Words {

    private static final int MOST = 5;

    private Words() {}

    /** The text of a selector, without what could be data. */
    static String shown(String selector) {
        return Arrays.stream(selector.split(","))
                .map(part -> Arrays.stream(part.split("="))
                        .map(word -> Arrays.stream(word.split(" "))
                                .map(inner -> inner.startsWith("(") || inner.endsWith(")")
                                        ? "(" + Shown.name(inner.replaceAll("[()]", "")) + ")"
                                        : Shown.name(inner))
                                .collect(Collectors.joining(" ")))
                        .collect(Collectors.joining("=")))
                .collect(Collectors.joining(","));
    }

    /** The first of several, and how many more there are. */
    static String some(List<String> all) {
        int more = all.size() - MOST;
        return more > 0 ? String.join("; ", all.subList(0, MOST)) + " and " + more + " more" : String.join("; ", all);
    }
}
