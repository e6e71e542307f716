package io.maskwire.networkpolicy.report;

import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.Finding.Kind;
import io.maskwire.networkpolicy.Finding.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which findings make a command or a build fail.
 *
 * @param kinds the kinds that do
 * @param notes whether those do that are only said for whoever wants to know
 */
public record FailOn(Set<Kind> kinds, boolean notes) {

    /** Every kind, but no notes. */
    public static final FailOn USUAL = new FailOn(EnumSet.allOf(Kind.class), false);

    private static final String NOTES = "notes";
    private static final String NONE = "none";

    /** Copies the kinds. */
    public FailOn {
        kinds = Set.copyOf(kinds);
    }

    /**
     * Those of a list such as {@code opens,data}, or {@code none}.
     *
     * @throws IllegalArgumentException if there is another word in it; says which ones there are
     */
    public static FailOn of(String list) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        List<String> words = List.of(list.split(",", -1));
        for (String word : words) {
            if (!word.equals(NOTES) && !(word.equals(NONE) && words.size() == 1)) {
                kinds.add(kind(word));
            }
        }
        boolean notes = words.contains(NOTES);
        return kinds.isEmpty() && notes ? new FailOn(USUAL.kinds(), true) : new FailOn(kinds, notes);
    }

    private static Kind kind(String word) {
        for (Kind kind : Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "write opens, closes, data, error, stale and notes, joined by commas, or none");
    }

    /** Whether one of these is among those that make it fail. */
    public boolean fails(List<Finding> findings) {
        return findings.stream()
                .anyMatch(finding -> kinds.contains(finding.rule().kind())
                        && (notes || finding.rule().severity() != Severity.NOTE));
    }
}
