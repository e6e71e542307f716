package io.maskwire.declaration;

import io.maskwire.declaration.Node.Entry;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Mask;
import io.maskwire.policy.Masks;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code audiences}. */
final class AudiencesReader {

    private static final String ANONYMOUS = "anonymous";

    private final Problems problems;
    private final Home home;
    private final KnownClasses classes;
    private final Map<String, External> external;
    private final Audiences audiences = new Audiences(new TreeMap<>(), new TreeMap<>(), new LinkedHashMap<>());

    AudiencesReader(Problems problems, Home home, KnownClasses classes, Map<String, External> external) {
        this.problems = problems;
        this.home = home;
        this.classes = classes;
        this.external = external;
    }

    Audiences read(Section declaration) {
        for (Entry entry : declaration.map("audiences")) {
            declaration.inside("audiences", entry, Keys.AUDIENCE).ifPresent(section -> read(entry, section));
        }
        return audiences;
    }

    private void read(Entry entry, Section section) {
        section.sentence("why");
        int colon = entry.key().indexOf(':');
        String kind = entry.key().substring(0, Math.max(colon, 0));
        Named name = new Named(entry.key().substring(colon + 1), entry.place());
        if (kind.equals("service")) {
            home.service(name, section.path())
                    .ifPresent(service -> add(audiences.services(), service, service(service, section), section));
        } else if (kind.equals("external")) {
            external(name, section);
        } else if (kind.equals("role") && Home.isRole(name.name())) {
            Audience role = Audience.role(name.name());
            other(role, section, reveals(section, role.toString()));
        } else if (entry.key().equals(ANONYMOUS)) {
            other(Audience.anonymous(), section, noReveals(section));
        } else {
            problems.add(
                    entry.place(),
                    Shown.quoted(entry.key()) + " is no audience",
                    "write role:NAME, service:NAME, external:NAME or " + ANONYMOUS);
        }
    }

    private void external(Named name, Section section) {
        External host = external.get(name.name());
        if (host == null) {
            problems.add(
                    name.place(),
                    section.path() + " names a host that isn't declared",
                    Nearest.remedy(name.name(), external.keySet(), "names under external"));
        } else {
            add(audiences.external(), host.name(), onlyMasks(section, noReveals(section)), section);
        }
    }

    private void other(Audience audience, Section section, Set<String> reveals) {
        Set<String> clear = classes.inClear(section, "clear", audience.toString());
        add(audiences.others(), audience, new Grants(clear, masks(section, clear), reveals), section);
    }

    private Grants service(ServiceName service, Section section) {
        return onlyMasks(section, reveals(section, service.toString()));
    }

    /** Originals are given to somebody, for a reason, and it is written down that and why: so a reason stands here. */
    private Set<String> reveals(Section section, String audience) {
        if (section.has("reveal")) {
            section.require("why", "say in a sentence why " + section.path() + " may have originals back");
        }
        return classes.inClear(section, "reveal", audience);
    }

    private Set<String> noReveals(Section section) {
        section.refuse(
                "reveal",
                "can't be granted here: only a role or a service asks with a name",
                "grant it to a role or a service");
        return Set.of();
    }

    private Grants onlyMasks(Section section, Set<String> reveals) {
        section.refuse(
                "clear",
                "can't be granted to a service or host for all its edges at once",
                "list the classes under sends or gives of an edge");
        return new Grants(Set.of(), masks(section, Set.of()), reveals);
    }

    private <K> void add(Map<K, Grants> known, K who, Grants grants, Section section) {
        if (known.putIfAbsent(who, grants) != null) {
            problems.add(section.place(), section.path() + " is an audience declared before", "say all in one place");
        }
    }

    private Map<String, Mask> masks(Section section, Set<String> clear) {
        Map<String, Mask> masks = new TreeMap<>();
        for (Entry entry : section.map("masks")) {
            boolean known = classes.check(new Named(entry.key(), entry.place()), section.path("masks"));
            Optional<Mask> mask = section.inside("masks", entry, Keys.MASK).flatMap(inner -> mask(entry, inner));
            mask.filter(found -> known).ifPresent(found -> masks.put(entry.key(), found));
        }
        Set<String> both = new HashSet<>(masks.keySet());
        both.retainAll(clear);
        if (!both.isEmpty()) {
            section.refuse("masks", "masks a class that is also listed under clear", "remove it from one of the two");
        }
        return masks;
    }

    private Optional<Mask> mask(Entry dataClass, Section section) {
        Optional<Mask> mask = new MaskReader(problems).read(section);
        if (mask.filter(found -> found == Masks.clear()).isPresent()) {
            section.refuse("mask", "can't be clear here", "list the class under clear instead");
            return Optional.empty();
        }
        return mask.filter(found -> classes.allows(dataClass.key(), found, section));
    }
}
