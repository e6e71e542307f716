package io.maskwire.scan;

import io.maskwire.policy.FieldRule;
import java.util.List;

/**
 * What annotations say about a type, as path rules: for where only bytes are, and the type is known to the reader alone.
 *
 * <p><b>Gives:</b> a rule for each marked member of the type and of the types of its members, under each name the member
 * may have. A type inside itself is covered at any depth, by the member that leads to what it holds: below it, a member
 * of the same name in an object of another type counts too. Of a sealed type the permitted ones are covered.
 *
 * <p><b>Doesn't give:</b> names that only a JSON library's annotations know, and what a path can't say; the latter is
 * named. Immutable.
 *
 * @param rules the rules, sorted by path
 * @param notCovered members whose values no rule can select: marked keys of maps, and types that don't say all they hold,
 *     such as {@code Object} and interfaces, whose classes may have marks of their own
 */
public record TypedRules(List<FieldRule> rules, List<String> notCovered) {

    public TypedRules {
        rules = List.copyOf(rules);
        notCovered = List.copyOf(notCovered);
    }

    /**
     * The rules of a type.
     *
     * @param root the path to its values, such as {@code $} or {@code $.orders[*]}
     * @throws IllegalArgumentException if the path can't be read, or a rule's path would pass a path's limits
     */
    public static TypedRules of(String root, Class<?> type) {
        TypeWalk walk = new TypeWalk();
        walk.begin(root, type);
        return walk.rules();
    }
}
