package io.maskwire.declaration;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody's word that a finding of a check is known and fine.
 *
 * @param edge the edge it is about, such as {@code calls.payments}; empty: all of the declaration
 * @param rule the finding's rule, such as {@code class-reach}
 * @param why the reason
 * @param until the last day it holds; empty: as long as it stands there
 * @param place where it was declared
 */
public record Acceptance(String edge, String rule, String why, Optional<LocalDate> until, Place place) {

    /** Whether it holds on a day for what a rule finds at an edge. */
    boolean covers(String foundBy, String at, LocalDate today) {
        boolean isHere = edge.isEmpty() || edge.equals(at);
        return isHere && rule.equals(foundBy) && until.filter(today::isAfter).isEmpty();
    }
}
