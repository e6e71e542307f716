package io.maskwire.spi;

import io.maskwire.policy.Classification;
import io.maskwire.policy.FieldPath;
import io.maskwire.policy.FieldRule;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The path rules of a policy, asked place by place while a document is written. Immutable. */
public final class PathRules {

    private final List<FieldRule> rules;
    private final List<FieldRule> mapKeys;
    private final Set<FieldPath> embedded;

    PathRules(List<FieldRule> rules, List<FieldRule> mapKeys, Set<FieldPath> embedded) {
        this.rules = rules;
        this.mapKeys = mapKeys;
        this.embedded = embedded;
    }

    /** True if no path can select anything. */
    public boolean isEmpty() {
        return rules.isEmpty() && mapKeys.isEmpty() && embedded.isEmpty();
    }

    /** What the rules say about the value at exactly this place; null if none selects it. */
    public @Nullable Classification at(FieldPath.Location place) {
        return at(place, rules);
    }

    /** What the rules say about the names in an object at exactly this place; null if they stay. */
    public @Nullable Classification keysAt(FieldPath.Location place) {
        return mapKeys.isEmpty() ? null : at(place, mapKeys);
    }

    /** Whether a string at exactly this place holds JSON. */
    public boolean holdsJson(FieldPath.Location place) {
        for (FieldPath path : embedded) {
            if (path.selects(place)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Classification at(FieldPath.Location place, List<FieldRule> rules) {
        Classification found = null;
        String name = place.name();
        for (FieldRule rule : rules) {
            if ((rule.path().isRoot() || rule.path().mayEndWith(name))
                    && rule.path().selects(place)) {
                found = rule.classification().and(found);
            }
        }
        return found;
    }

    /** False if no rule can select a member of this name (null: an element), wherever it is. */
    public boolean mayEndWith(@Nullable String name) {
        for (FieldRule rule : rules) {
            if (rule.path().mayEndWith(name)) {
                return true;
            }
        }
        return false;
    }
}
