package io.maskwire.networkpolicy.data;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Declaration.DataClass;
import io.maskwire.declaration.External;
import io.maskwire.declaration.Place;
import io.maskwire.declaration.ServiceName;
import io.maskwire.declaration.Transport;
import io.maskwire.networkpolicy.Finding;
import io.maskwire.networkpolicy.Finding.Subject;
import io.maskwire.networkpolicy.FindingRule;
import io.maskwire.networkpolicy.api.Shown;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.FormatPreservingMask;
import io.maskwire.policy.HashMask;
import io.maskwire.policy.Inventory;
import io.maskwire.policy.Mask;
import io.maskwire.policy.TokenizeMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Masked forms that tell more to some audience than they should. */
final class Forms {

    private static final String TO_WHOM = "make the class erase or redact and grant the keyed mask to those who join";

    /** Who sees a class in two forms that narrow it down together. */
    private static final class Seen {

        private final Map<String, Place> joinable = new TreeMap<>();
        private final Set<String> inPart = new TreeSet<>();
        private final Set<ServiceName> services = new TreeSet<>();
    }

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Seen> byClass = new TreeMap<>();

    private Forms() {}

    static List<Finding> findings(FleetEdges edges) {
        Forms forms = new Forms();
        for (Declaration declaration : edges.services().values()) {
            forms.anonymous(declaration);
            declaration.external().values().forEach(external -> forms.external(declaration, external));
            forms.logs(declaration);
            declaration.policy().inventory().classes().forEach(entry -> forms.seen(declaration, entry));
        }
        forms.byClass.forEach(forms::besideTruncation);
        return forms.findings;
    }

    private void anonymous(Declaration declaration) {
        boolean fromOutside = declaration.serves().values().stream()
                .anyMatch(port -> !port.from().isEmpty());
        Set<String> classes = fromOutside ? joinable(declaration, Audience.anonymous()) : Set.of();
        if (!classes.isEmpty()) {
            findings.add(Found.edge(
                    FindingRule.DETERMINISTIC_OUTSIDE,
                    declaration,
                    "",
                    place(declaration, classes.iterator().next()),
                    "whoever isn't authenticated sees " + Shown.list(classes)
                            + " in a form that is the same for the same value",
                    TO_WHOM + ", or write audiences: {anonymous: {masks: {CLASS: {mask: erase}}}}"));
        }
    }

    private void external(Declaration declaration, External external) {
        if (external.over() != Transport.HTTP) {
            return;
        }
        Audience host = Audience.external(external.name()).over(external.edge());
        Set<String> classes = joinable(declaration, host);
        if (!classes.isEmpty()) {
            findings.add(Found.edge(
                    FindingRule.DETERMINISTIC_OUTSIDE,
                    declaration,
                    external.edge(),
                    external.place(),
                    Shown.edge("external", external.name()) + " shows " + Shown.list(classes)
                            + " in a form that is the same for the same value",
                    TO_WHOM + ", or write audiences: {external:" + Shown.name(external.name())
                            + ": {masks: {CLASS: {mask: erase}}}}"));
        }
    }

    private void logs(Declaration declaration) {
        Set<String> classes = joinable(declaration, Audience.log());
        classes.addAll(joinable(declaration, Audience.trace()));
        if (!classes.isEmpty()) {
            findings.add(Found.edge(
                    FindingRule.DETERMINISTIC_IN_LOGS,
                    declaration,
                    "",
                    place(declaration, classes.iterator().next()),
                    "logs and traces hold " + Shown.list(classes) + " in a form that is the same for the same value",
                    TO_WHOM));
        }
    }

    private static Set<String> joinable(Declaration declaration, Audience audience) {
        Set<String> classes = new TreeSet<>();
        for (String dataClass : declaration.classes().keySet()) {
            if (isJoinable(mask(declaration, dataClass, audience))) {
                classes.add(dataClass);
            }
        }
        return classes;
    }

    static Mask mask(Declaration declaration, String dataClass, Audience audience) {
        return declaration
                .policy()
                .resolve(Classification.ofClass(dataClass), audience)
                .mask();
    }

    private static boolean isJoinable(Mask mask) {
        return mask instanceof HashMask || mask instanceof TokenizeMask || mask instanceof FormatPreservingMask;
    }

    private static Place place(Declaration declaration, String dataClass) {
        DataClass declared = declaration.classes().get(dataClass);
        return declared == null ? FleetEdges.service(declaration).place() : declared.place();
    }

    private void seen(Declaration declaration, Inventory.Entry entry) {
        seen(declaration, entry.name(), "everybody without a grant", entry.mask());
        entry.otherwise().forEach((audience, mask) -> seen(declaration, entry.name(), audience, mask));
    }

    private void seen(Declaration declaration, String dataClass, String audience, String mask) {
        ServiceName service = FleetEdges.name(declaration);
        String who = audience + " of " + service;
        Seen seen = byClass.computeIfAbsent(dataClass, any -> new Seen());
        if (MaskText.isJoinable(mask)) {
            seen.joinable.putIfAbsent(who, place(declaration, dataClass));
            seen.services.add(service);
        } else if (MaskText.showsAPart(mask)) {
            seen.inPart.add(who);
            seen.services.add(service);
        }
    }

    private void besideTruncation(String dataClass, Seen seen) {
        if (seen.joinable.isEmpty() || seen.inPart.isEmpty()) {
            return;
        }
        findings.add(new Finding(
                FindingRule.HASH_BESIDE_TRUNCATION,
                seen.joinable.values().iterator().next(),
                seen.services.stream().map(name -> new Subject(name, "")).toList(),
                Shown.name(dataClass) + " is seen in a keyed form by " + first(seen.joinable.keySet())
                        + ", and in part by " + first(seen.inPart)
                        + ": put together the two narrow it down",
                "use erase for the one, or keep the two audiences apart and accept it"));
    }

    private static String first(Set<String> who) {
        int more = who.size() - 1;
        return who.iterator().next() + (more == 0 ? "" : " and " + more + " more");
    }
}
