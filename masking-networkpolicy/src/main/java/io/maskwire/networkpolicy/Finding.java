package io.maskwire.networkpolicy;

import io.maskwire.declaration.Place;
import io.maskwire.declaration.ServiceName;
import java.util.Comparator;
import java.util.List;

/**
 * Something that somebody should settle; what it doesn't touch is generated all the same. Its order is that of places,
 * and the same declarations give the same findings.
 *
 * @param rule the rule that found it
 * @param place where the declaration or manifest says it
 * @param about the edges or services it is about; each may accept it
 * @param problem what it is; names services, ports and data classes, never a value
 * @param remedy what to do
 */
public record Finding(FindingRule rule, Place place, List<Subject> about, String problem, String remedy)
        implements Comparable<Finding> {

    /** The kinds of finding. */
    public enum Kind {
        /** More may connect than was declared, or than before. */
        OPENS,
        /** Less may connect than was declared, or than before. */
        CLOSES,
        /** Data in clear, or masked in a way that tells more than it should. */
        DATA,
        /** A contradiction, or a policy that doesn't do what it was written for. */
        ERROR,
        /** A policy of ours that belongs to nobody any more. */
        STALE
    }

    /** How bad a finding is. */
    public enum Severity {
        ERROR,
        WARNING,
        /** Said for whoever wants to know; nothing fails by it unless that is asked for. */
        NOTE
    }

    /**
     * What a finding is about.
     *
     * @param service the service
     * @param edge an edge of it such as {@code calls.payments}, or empty
     */
    public record Subject(ServiceName service, String edge) {

        @Override
        public String toString() {
            return edge.isEmpty() ? service.toString() : service + " " + edge;
        }
    }

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::place, Problems.BY_PLACE)
            .thenComparing(finding -> finding.rule().kind())
            .thenComparing(finding -> finding.rule().id())
            .thenComparing(Finding::problem)
            .thenComparing(Finding::remedy);

    /** Copies the list. */
    public Finding {
        about = List.copyOf(about);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return rule.kind() + " " + place + ": " + problem + "; " + remedy + " [" + rule.id() + "]";
    }
}
