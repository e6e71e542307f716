package io.maskwire.policy;

import io.maskwire.policy.Audience.Kind;
import io.maskwire.policy.Audience.Member;
import io.maskwire.policy.Classification.Part;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may have the originals of masked values back. A key opens all of a domain, so whoever may open one value of it must
 * be allowed to open all.
 *
 * <p>A class has the domain of its name, which masks in annotations use, and those of every mask that anybody sees it by
 * and that can be turned back. A mask without a class belongs to the class its domain is named after; without such a class
 * nobody may open that domain.
 */
final class RevealRules {

    private final Map<String, Set<String>> domains = new TreeMap<>();
    private final Map<String, Set<String>> sharing = new TreeMap<>();
    private final Set<String> withoutClass = new TreeSet<>();
    private final Map<Member, Set<String>> reveals;

    RevealRules(
            Map<String, Mask> classes,
            List<FieldRule> fields,
            Map<Member, Map<String, Mask>> grants,
            Map<Member, Set<String>> reveals) {
        this.reveals = reveals;
        classes.forEach((name, mask) -> {
            add(name, Stream.of(name));
            add(name, BoundMasks.revealableDomains(mask));
        });
        grants.values().forEach(masks -> masks.forEach((name, mask) -> add(name, BoundMasks.revealableDomains(mask))));
        fields.stream().flatMap(rule -> rule.classification().parts().stream()).forEach(this::add);
    }

    private void add(Part part) {
        if (part.mask() != null) {
            add(part.dataClass(), BoundMasks.revealableDomains(part.mask()));
        }
    }

    private void add(@Nullable String dataClass, Stream<String> names) {
        names.forEach(domain -> {
            if (dataClass == null) {
                withoutClass.add(domain);
            } else {
                domains.computeIfAbsent(dataClass, first -> new TreeSet<>()).add(domain);
                sharing.computeIfAbsent(domain, first -> new TreeSet<>()).add(dataClass);
            }
        });
    }

    /** Whether an audience can be granted to reveal: whoever asks must have a name. */
    static boolean canAsk(Audience audience) {
        return audience.members().stream().allMatch(m -> m.kind() == Kind.ROLE || m.kind() == Kind.SERVICE);
    }

    /** The domains in which values of a class may have been masked. */
    Set<String> domains(String dataClass) {
        return Collections.unmodifiableSet(domains.getOrDefault(dataClass, Set.of()));
    }

    /** All domains. */
    Set<String> domains() {
        Set<String> all = new TreeSet<>(sharing.keySet());
        all.addAll(withoutClass);
        return Collections.unmodifiableSet(all);
    }

    /** The classes one must be allowed to reveal to reveal this one. */
    Set<String> needed(String dataClass) {
        Set<String> needed = new TreeSet<>();
        domains(dataClass).forEach(domain -> needed.addAll(sharing.getOrDefault(domain, Set.of())));
        return needed;
    }

    /** The domains of a class that a mask without a class uses and no class is named after. */
    Set<String> closed(String dataClass) {
        Set<String> closed = new TreeSet<>(domains(dataClass));
        closed.retainAll(withoutClass);
        closed.removeAll(domains.keySet());
        return closed;
    }

    /** Whether an audience the policy knows may reveal values of a class. */
    boolean allow(String dataClass, Audience audience) {
        return domains.containsKey(dataClass)
                && canAsk(audience)
                && closed(dataClass).isEmpty()
                && needed(dataClass).stream().allMatch(needed -> isGranted(needed, audience));
    }

    /** Of several roles one is enough; a service and a role must both have it. */
    private boolean isGranted(String dataClass, Audience audience) {
        List<Member> roles =
                audience.members().stream().filter(m -> m.kind() == Kind.ROLE).toList();
        Stream<Member> others = audience.members().stream().filter(m -> m.kind() != Kind.ROLE);
        return (roles.isEmpty() || roles.stream().anyMatch(role -> isGranted(dataClass, role)))
                && others.allMatch(other -> isGranted(dataClass, other));
    }

    private boolean isGranted(String dataClass, Member member) {
        return reveals.getOrDefault(member, Set.of()).contains(dataClass);
    }
}
