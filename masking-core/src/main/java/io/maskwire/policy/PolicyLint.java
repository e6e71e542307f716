package io.maskwire.policy;

import io.maskwire.policy.Audience.Kind;
import io.maskwire.policy.Audience.Member;
import io.maskwire.policy.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks through a policy for what is allowed and probably not meant. */
final class PolicyLint {

    private static final int BIN_AND_LAST_FOUR = 10;
    private static final Set<Kind> OUTSIDE = Set.of(Kind.EXTERNAL, Kind.LOG, Kind.TRACE, Kind.ANONYMOUS);

    private final Map<String, Mask> classes;
    private final List<FieldRule> fields;
    private final List<FieldRule> mapKeys;
    private final Map<Member, Map<String, Mask>> grants;
    private final Map<Member, Set<String>> reveals;
    private final RevealRules revealRules;
    private final MaskingPolicy policy;
    private final List<Finding> findings = new ArrayList<>();

    PolicyLint(
            MaskingPolicy policy,
            Map<String, Mask> classes,
            List<FieldRule> fields,
            List<FieldRule> mapKeys,
            Map<Member, Map<String, Mask>> grants,
            Map<Member, Set<String>> reveals,
            RevealRules revealRules) {
        this.policy = policy;
        this.classes = classes;
        this.fields = fields;
        this.mapKeys = mapKeys;
        this.grants = grants;
        this.reveals = reveals;
        this.revealRules = revealRules;
    }

    List<Finding> findings() {
        classes.forEach(this::deterministicForEverybody);
        grants.forEach(this::deterministicOutside);
        classes.keySet().forEach(this::joinableBesidePartlyShown);
        normalizersOfOneDomain();
        shiftsOfOneDomain();
        rulesThatDisagree(fields, "");
        rulesThatDisagree(mapKeys, " (keys)");
        reveals.forEach(this::revealsInVain);
        fields.forEach(rule -> absolutePath(rule.path(), ""));
        mapKeys.forEach(rule -> absolutePath(rule.path(), " (keys)"));
        policy.embedded().forEach(path -> absolutePath(path, " (embedded)"));
        policy.masks().distinct().forEach(this::weakFormat);
        findings.sort(Comparator.comparing(Finding::severity)
                .thenComparing(Finding::id)
                .thenComparing(Finding::where));
        return List.copyOf(findings);
    }

    private void deterministicForEverybody(String name, Mask mask) {
        if (BoundMasks.isKeyed(mask)) {
            add(
                    "deterministic-to-anonymous",
                    Severity.WARNING,
                    "class " + name,
                    "whoever did not authenticate sees " + mask + " and can count and join values",
                    "make it erase or redact, and grant the keyed mask to those who join");
        }
    }

    private void deterministicOutside(Member member, Map<String, Mask> masks) {
        new TreeMap<>(masks).forEach((name, mask) -> {
            if (OUTSIDE.contains(member.kind()) && BoundMasks.isKeyed(mask)) {
                add(
                        "deterministic-outside",
                        Severity.WARNING,
                        member + ", class " + name,
                        mask + " lets a receiver outside count and join values",
                        "grant erase or redact there");
            }
        });
    }

    private void joinableBesidePartlyShown(String name) {
        List<Mask> seen = Stream.concat(
                        Stream.of(classes.getOrDefault(name, Masks.erase())),
                        grants.values().stream().flatMap(masks -> Stream.ofNullable(masks.get(name))))
                .toList();
        boolean joinable = seen.stream().anyMatch(BoundMasks::isKeyed);
        boolean partly = seen.stream().anyMatch(BoundMasks::showsAPart);
        if (joinable && partly) {
            add(
                    "hash-beside-truncation",
                    Severity.WARNING,
                    "class " + name,
                    "one audience sees a part of the value and another a keyed form: put together they narrow it down"
                            + " (PCI DSS 4.0.1, requirement 3.5.1 for card numbers)",
                    "use erase for the one or keep the two audiences apart");
        }
    }

    private void normalizersOfOneDomain() {
        Map<String, Set<String>> normalizers = new TreeMap<>();
        for (KeyUse use : policy.keyUses()) {
            if (use instanceof KeyUse.Hash hash) {
                normalizers
                        .computeIfAbsent(hash.domain(), domain -> new TreeSet<>())
                        .add(hash.normalizer().optionName());
            }
        }
        normalizers.forEach((domain, names) -> {
            if (names.size() > 1) {
                add(
                        "two-normalizers",
                        Severity.ERROR,
                        "domain " + domain,
                        "values are brought to one form in " + names.size() + " ways " + names
                                + ", so equal values get different hashes",
                        "use one normalizer, or two domains");
            }
        });
    }

    private void shiftsOfOneDomain() {
        Map<String, Set<Integer>> shifts = new TreeMap<>();
        for (KeyUse use : policy.keyUses()) {
            if (use instanceof KeyUse.Shift shift) {
                shifts.computeIfAbsent(shift.domain(), domain -> new TreeSet<>())
                        .add(shift.days());
            }
        }
        shifts.forEach((domain, days) -> {
            if (days.size() > 1) {
                add(
                        "two-shifts",
                        Severity.ERROR,
                        "domain " + domain,
                        "dates are moved by at most " + days + " days, so those of one subject are moved apart",
                        "use one number of days, or two domains");
            }
        });
    }

    private void rulesThatDisagree(List<FieldRule> rules, String what) {
        for (FieldRule rule : rules) {
            for (FieldRule other : rules) {
                if (!rule.equals(other) && other.path().selects(rule.path().example()) && disagree(rule, other)) {
                    add(
                            "two-masks",
                            Severity.ERROR,
                            rule.path() + what,
                            "it is selected by " + other.path() + " too, and the two don't agree, so it is erased",
                            "remove one of the two rules or give both one class");
                }
            }
        }
    }

    private boolean disagree(FieldRule rule, FieldRule other) {
        Classification both = rule.classification().and(other.classification());
        return policy.resolve(both, Audience.anonymous()).reason() == Resolution.Reason.CONFLICT;
    }

    private void revealsInVain(Member member, Set<String> granted) {
        new TreeSet<>(granted).forEach(name -> {
            Set<String> missing = revealRules.needed(name);
            missing.removeAll(granted);
            Set<String> closed = revealRules.closed(name);
            if (!closed.isEmpty()) {
                revealFinding(
                        member,
                        name,
                        "a mask without a class is in its domain, of " + closed + ", so nobody can",
                        "give that field a class, or a domain of its own");
            } else if (!missing.isEmpty()) {
                revealFinding(
                        member,
                        name,
                        "it shares a domain with " + missing + ", which this audience may not reveal, so it can't",
                        "grant reveal on all of them, or give the classes domains of their own");
            }
        });
    }

    private void revealFinding(Member member, String name, String problem, String remedy) {
        add("reveal-in-vain", Severity.WARNING, member + ", class " + name, problem, remedy);
    }

    /** What format-preserving masks allow and rarely should. */
    private void weakFormat(Mask mask) {
        BoundMasks.keyed(mask)
                .filter(FormatPreservingMask.class::isInstance)
                .map(FormatPreservingMask.class::cast)
                .forEach(this::weakFormat);
    }

    private void weakFormat(FormatPreservingMask mask) {
        PreservedFormat format = mask.format();
        if (format.alphabet().radix() == 10 && format.keepFirst() + format.keepLast() >= BIN_AND_LAST_FOUR) {
            add(
                    "small-domain",
                    Severity.WARNING,
                    mask.toString(),
                    "of a card number with ten digits kept only 100,000 have a right check digit: all can be tried",
                    "keep fewer digits; to show BIN and last four use redact, style: pan");
        }
        if (format.luhn() == Luhn.VALID) {
            add(
                    "real-looking-card",
                    Severity.WARNING,
                    mask.toString(),
                    "what it makes passes as a real card number and may be somebody's",
                    "use luhn: invalid");
        }
    }

    private void absolutePath(FieldPath path, String what) {
        if (path.isAbsolute()) {
            add(
                    "absolute-path",
                    Severity.INFO,
                    path + what,
                    "it selects nothing in a list of such documents, and nothing inside an envelope",
                    "write it from $.. on, if it is meant at any depth");
        }
    }

    private void add(String id, Severity severity, String where, String problem, String remedy) {
        findings.add(new Finding(id, severity, where, problem, remedy));
    }
}
