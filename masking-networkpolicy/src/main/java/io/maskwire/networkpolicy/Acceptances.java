package io.maskwire.networkpolicy;

import io.maskwire.declaration.Acceptance;
import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Place;
import io.maskwire.declaration.ServiceName;
import io.maskwire.networkpolicy.Finding.Subject;
import io.maskwire.networkpolicy.api.Shown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What declarations accept of what is found about them. Not safe for several threads.
 *
 * <p>An acceptance at an edge is for findings about that edge; one at the top of a declaration is for all findings about
 * its service. Only data on edges can be accepted: what is opened or closed against the declarations can't.
 */
public final class Acceptances {

    private record Accepted(ServiceName service, Acceptance acceptance) {

        boolean covers(Finding finding) {
            return finding.rule().isAcceptable()
                    && finding.rule().id().equals(acceptance.rule())
                    && finding.about().stream().anyMatch(this::covers);
        }

        private boolean covers(Subject subject) {
            return subject.service().equals(service)
                    && (acceptance.edge().isEmpty() || acceptance.edge().equals(subject.edge()));
        }
    }

    private final TreeMap<ServiceName, List<Accepted>> byService = new TreeMap<>();
    private final LocalDate today;
    private final Set<Acceptance> used = new HashSet<>();

    private Acceptances(LocalDate today) {
        this.today = today;
    }

    /**
     * What declarations accept on a day.
     *
     * @param today the day by which acceptances with a last day hold or don't
     */
    public static Acceptances of(Collection<Declaration> declarations, LocalDate today) {
        Acceptances acceptances = new Acceptances(today);
        for (Declaration declaration : declarations) {
            declaration
                    .service()
                    .ifPresent(service -> declaration
                            .accepts()
                            .forEach(acceptance -> acceptances
                                    .byService
                                    .computeIfAbsent(service.name(), any -> new ArrayList<>())
                                    .add(new Accepted(service.name(), acceptance))));
        }
        return acceptances;
    }

    /** The findings that nobody accepts, in order. */
    public List<Finding> open(Collection<Finding> found) {
        return found.stream()
                .filter(finding -> !isAccepted(finding))
                .sorted()
                .distinct()
                .toList();
    }

    private boolean isAccepted(Finding finding) {
        boolean accepted = false;
        for (Subject subject : finding.about()) {
            for (Accepted candidate : byService.getOrDefault(subject.service(), List.of())) {
                if (candidate.covers(finding)) {
                    used.add(candidate.acceptance());
                    accepted |= !isOver(candidate.acceptance());
                }
            }
        }
        return accepted;
    }

    private boolean isOver(Acceptance acceptance) {
        return acceptance.until().filter(today::isAfter).isPresent();
    }

    /**
     * What is accepted in vain so far, and what is no longer: findings of their own, in order. Nothing is said about rules
     * that only the application itself can find by.
     */
    public List<Finding> idle() {
        List<Finding> idle = new ArrayList<>();
        byService.values().forEach(all -> all.forEach(accepted -> idle(accepted, idle)));
        return idle.stream().sorted().toList();
    }

    private void idle(Accepted accepted, List<Finding> idle) {
        Acceptance acceptance = accepted.acceptance();
        Place place = acceptance.place();
        List<Subject> about = List.of(new Subject(accepted.service(), acceptance.edge()));
        String rule = Shown.name(acceptance.rule());
        Optional<FindingRule> found = FindingRule.of(acceptance.rule());
        if (found.filter(FindingRule::isOfTheApplication).isPresent()) {
            return;
        }
        if (!used.contains(acceptance)) {
            boolean known = found.filter(FindingRule::isAcceptable).isPresent();
            idle.add(new Finding(
                    FindingRule.UNUSED_ACCEPTANCE,
                    place,
                    about,
                    known ? "nothing is found by " + rule + " here" : rule + " is no rule that can be accepted",
                    known ? "remove it" : "write the rule that stands in brackets behind the finding"));
        } else if (isOver(acceptance)) {
            idle.add(new Finding(
                    FindingRule.ENDED_ACCEPTANCE,
                    place,
                    about,
                    rule + " was accepted until " + acceptance.until().orElseThrow(),
                    "settle the finding, or accept it anew with a later day"));
        }
    }
}
