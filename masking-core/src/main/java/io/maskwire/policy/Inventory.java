package io.maskwire.policy;

import io.maskwire.policy.Audience.Member;
import io.maskwire.policy.Classification.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a policy says, class by class: how it looks, where it is, who sees it in clear and who otherwise. Annotated types
 * are not in it. Immutable; sorted by name.
 *
 * @param classes the data classes
 * @param fields the paths with a mask of their own, which nobody can be granted; with {@code (keys)} behind it, one of
 *     maps whose keys have it
 */
public record Inventory(List<Entry> classes, List<String> fields) {

    /**
     * One data class.
     *
     * @param name its name
     * @param mask how it looks to everybody without a grant
     * @param only who may ever be granted it in clear; empty optional: no limit
     * @param paths the paths that select it; with {@code (keys)} behind it, one of maps whose keys it is
     * @param inClear who sees the original
     * @param otherwise who sees another mask, with it
     * @param canReveal who can have the originals of masked values back: who is granted this class and every other one
     *     that shares a domain with it
     */
    public record Entry(
            String name,
            String mask,
            Optional<List<String>> only,
            List<String> paths,
            List<String> inClear,
            Map<String, String> otherwise,
            List<String> canReveal) {}

    static Inventory of(
            Map<String, Mask> classes,
            Map<String, Set<Member>> only,
            List<FieldRule> fields,
            List<FieldRule> mapKeys,
            Map<Member, Map<String, Mask>> grants,
            Map<Member, Set<String>> reveals,
            RevealRules rules) {
        List<Entry> entries = new ArrayList<>();
        new TreeMap<>(classes).forEach((name, mask) -> {
            Optional<List<String>> limit = Optional.ofNullable(only.get(name))
                    .map(members ->
                            members.stream().map(Member::toString).sorted().toList());
            Map<String, String> seen = grants(name, grants);
            List<String> clear = seen.entrySet().stream()
                    .filter(grant -> grant.getValue().equals(Masks.clear().toString()))
                    .map(Map.Entry::getKey)
                    .toList();
            clear.forEach(seen::remove);
            entries.add(new Entry(
                    name,
                    CanonicalPolicy.of(mask),
                    limit,
                    paths(fields, mapKeys, part -> name.equals(part.dataClass())),
                    clear,
                    seen,
                    revealers(name, reveals, rules)));
        });
        List<String> direct = paths(fields, mapKeys, part -> part.dataClass() == null);
        return new Inventory(List.copyOf(entries), direct);
    }

    private static Map<String, String> grants(String dataClass, Map<Member, Map<String, Mask>> grants) {
        Map<String, String> seen = new TreeMap<>();
        grants.forEach((member, masks) -> {
            Mask mask = masks.get(dataClass);
            if (mask != null) {
                seen.put(member.toString(), CanonicalPolicy.of(mask));
            }
        });
        return seen;
    }

    private static List<String> revealers(String dataClass, Map<Member, Set<String>> reveals, RevealRules rules) {
        return reveals.keySet().stream()
                .filter(member -> rules.allow(dataClass, Audience.of(List.of(member))))
                .map(Member::toString)
                .sorted()
                .toList();
    }

    private static List<String> paths(List<FieldRule> fields, List<FieldRule> mapKeys, Predicate<Part> about) {
        Stream<String> values = paths(fields, about);
        Stream<String> keys = paths(mapKeys, about).map(path -> path + " (keys)");
        return Stream.concat(values, keys).sorted().toList();
    }

    private static Stream<String> paths(List<FieldRule> rules, Predicate<Part> about) {
        return rules.stream()
                .filter(rule -> rule.classification().parts().stream().anyMatch(about))
                .map(rule -> rule.path().toString());
    }
}
