package io.maskwire.scan;

import io.maskwire.policy.Classification;
import io.maskwire.policy.FieldPath;
import io.maskwire.policy.Finding;
import io.maskwire.policy.Finding.Severity;
import io.maskwire.policy.MaskingPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is allowed in a policy and probably not meant, seen beside the types that are written: data classes nobody uses,
 * rules no member can match, and members whose names speak of sensitive data and that nothing is said about.
 *
 * <p>It looks at names alone and knows no values: a finding is a question, and no finding is no proof. Where the policy says
 * that strings hold JSON, any rule may be meant for that, and none is called unmatched.
 */
public final class TypedLint {

    private final MaskingPolicy policy;
    private final TypeWalk walk = new TypeWalk();
    private final List<Finding> findings = new ArrayList<>();

    private TypedLint(MaskingPolicy policy) {
        this.policy = policy;
    }

    /**
     * Findings about a policy and the types of all documents it is for, the worst first.
     *
     * @param types the outermost types; those of their members are found
     */
    public static List<Finding> of(MaskingPolicy policy, Collection<Class<?>> types) {
        TypedLint lint = new TypedLint(policy);
        types.forEach(type -> lint.walk.begin("$", type));
        lint.unusedClasses();
        lint.unmatchedRules();
        policy.embedded().forEach(path -> lint.unmatchedRule(path, " (embedded)"));
        lint.walk.properties().forEach(lint::suspiciousName);
        lint.findings.sort(Comparator.comparing(Finding::severity)
                .thenComparing(Finding::id)
                .thenComparing(Finding::where));
        return List.copyOf(lint.findings);
    }

    private void unusedClasses() {
        Set<String> used = new TreeSet<>();
        Stream.concat(policy.fields().stream(), policy.mapKeys().stream())
                .forEach(rule -> used.addAll(rule.classification().dataClasses()));
        walk.said().map(Classification::dataClasses).forEach(used::addAll);
        policy.dataClasses().stream()
                .filter(name -> !used.contains(name) && !name.equals(MaskingPolicy.SENSITIVE_AUTHENTICATION_DATA))
                .forEach(name -> add(
                        "unused-class",
                        Severity.INFO,
                        "class " + name,
                        "no path and no annotation of these types uses it",
                        "remove it, or mark what it is meant for"));
    }

    private void unmatchedRules() {
        // JSON in a string has names that no type tells.
        if (policy.embedded().isEmpty()) {
            policy.fields().forEach(rule -> unmatchedRule(rule.path(), ""));
            policy.mapKeys().forEach(rule -> unmatchedRule(rule.path(), " (keys)"));
        }
    }

    private void unmatchedRule(FieldPath path, String what) {
        boolean mayMatch = path.isRoot()
                || path.mayEndWith(null)
                || walk.properties().stream().anyMatch(property -> path.mayEndWith(property.name()));
        if (!mayMatch) {
            add(
                    "unmatched-rule",
                    Severity.WARNING,
                    path + what,
                    "no member of these types has such a name, so it selects nothing of them",
                    "correct the name, or remove the rule");
        }
    }

    private void suspiciousName(Property property) {
        Optional<String> kind = SensitiveNames.kindOf(property.name());
        if (kind.isPresent() && !isClassified(property)) {
            add(
                    "unclassified-name",
                    Severity.WARNING,
                    property.place(),
                    "its name speaks of " + kind.get() + ", and nothing is said about it",
                    "give it a data class, or @Clear if it holds nothing of the kind");
        }
    }

    private boolean isClassified(Property property) {
        return walk.isMarked(property)
                || policy.fields().stream().anyMatch(rule -> rule.path().mayEndWith(property.name()));
    }

    private void add(String id, Severity severity, String where, String problem, String remedy) {
        findings.add(new Finding(id, severity, where, problem, remedy));
    }
}
