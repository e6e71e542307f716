package io.maskwire.cli;

import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.Finding.Kind;
import io.maskwire.networkpolicy.Finding.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.TypeConversionException;

/**
 * Which findings make a command end with 1.
 *
 * @param kinds the kinds that do
 * @param notes whether those do that are only said for whoever wants to know
 */
record FailOn(Set<Kind> kinds, boolean notes) {

    /** Every kind, but no notes. */
    static final FailOn USUAL = new FailOn(EnumSet.allOf(Kind.class), false);

    private static final String NOTES = "notes";
    private static final String NONE = "none";

    static FailOn of(String list) {
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
        throw new TypeConversionException(
                "write opens, closes, data, error, stale and notes, joined by commas, or none");
    }

    /** How a command ends that found these. */
    int exit(List<Finding> findings) {
        boolean fails = findings.stream()
                .anyMatch(finding -> kinds.contains(finding.rule().kind())
                        && (notes || finding.rule().severity() != Severity.NOTE));
        return fails ? ExitCode.FINDINGS : ExitCode.FINE;
    }
}
