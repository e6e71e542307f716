package io.maskwire.policy;

import io.maskwire.policy.Audience.Kind;
import io.maskwire.policy.Audience.Member;
import io.maskwire.policy.Classification.Part;
import io.maskwire.policy.Resolution.Reason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the mask of a classification for an audience the policy knows. */
final class Resolver {

    private final Map<String, Mask> classes;
    private final Map<Member, Map<String, Mask>> grants;

    Resolver(Map<String, Mask> classes, Map<Member, Map<String, Mask>> grants) {
        this.classes = classes;
        this.grants = grants;
    }

    Resolution resolve(Classification classification, Audience audience) {
        String names = classification.names();
        if (classification.isExemption()) {
            return new Resolution(Masks.clear(), names, Reason.UNCLASSIFIED);
        }
        if (audience.equals(Audience.unknown())) {
            return new Resolution(Masks.erase(), names, Reason.UNKNOWN_AUDIENCE);
        }
        if (classification.parts().size() == 1) {
            return resolve(classification.parts().get(0), audience, names);
        }
        Set<Resolution> parts = new LinkedHashSet<>();
        for (Part part : classification.parts()) {
            parts.add(resolve(part, audience, names));
        }
        return agreed(parts, names);
    }

    /** Every mask that values of a classification may be shown with. */
    Stream<Mask> shown(Classification classification) {
        return classification.parts().stream().flatMap(this::shown);
    }

    private Stream<Mask> shown(Part part) {
        Stream<Mask> granted =
                grants.values().stream().map(masks -> part.dataClass() == null ? null : masks.get(part.dataClass()));
        return Stream.concat(Stream.of(part.mask(), classMask(part)), granted)
                .flatMap(Stream::ofNullable)
                .filter(mask -> mask != Masks.clear());
    }

    private @Nullable Mask classMask(Part part) {
        if (part.dataClass() == null) {
            return null;
        }
        return AuthenticationData.is(part.dataClass()) ? Masks.erase() : classes.get(part.dataClass());
    }

    private static Resolution agreed(Set<Resolution> parts, String names) {
        Resolution first = parts.iterator().next();
        boolean same = parts.stream().allMatch(part -> part.mask().equals(first.mask()));
        return same ? first : new Resolution(Masks.erase(), names, Reason.CONFLICT);
    }

    private Resolution resolve(Part part, Audience audience, String names) {
        if (part.dataClass() == null) {
            return new Resolution(Objects.requireNonNull(part.mask()), names, Reason.OWN);
        }
        Mask classMask = classMask(part);
        if (classMask == null) {
            return new Resolution(Masks.erase(), names, Reason.UNKNOWN_CLASS);
        }
        Mask own = part.mask() == null ? classMask : part.mask();
        Mask granted = granted(part.dataClass(), audience, own);
        return new Resolution(granted, names, granted.equals(own) ? Reason.OWN : Reason.GRANTED);
    }

    private Mask granted(String dataClass, Audience audience, Mask own) {
        List<Mask> others = new ArrayList<>();
        List<Mask> roles = new ArrayList<>();
        for (Member member : audience.members()) {
            Mask mask = grants.getOrDefault(member, Map.of()).get(dataClass);
            if (member.kind() != Kind.ROLE) {
                others.add(mask == null ? own : mask);
            } else if (mask != null) {
                roles.add(mask);
            }
        }
        boolean anyRole = audience.members().stream().anyMatch(m -> m.kind() == Kind.ROLE);
        Mask result = anyRole ? anyOf(roles, own) : null;
        for (Mask other : others) {
            result = both(result, other, own);
        }
        return result == null ? own : result;
    }

    /** Several roles: clear wins; two different masks fall back to the class's own. */
    private static Mask anyOf(List<Mask> roles, Mask own) {
        if (roles.contains(Masks.clear())) {
            return Masks.clear();
        }
        return Set.copyOf(roles).size() == 1 ? roles.get(0) : own;
    }

    /** Two who see together: what both may see in clear, else the mask they share, else the class's own. */
    private static Mask both(@Nullable Mask one, Mask other, Mask own) {
        if (one == null || one == Masks.clear()) {
            return other;
        }
        return other == Masks.clear() || one.equals(other) ? one : own;
    }
}
