package io.maskwire.declaration;

import io.maskwire.declaration.Declaration.DataClass;
import io.maskwire.policy.Mask;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.policy.Masks;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The data classes of a declaration and its includes, and the check of every place that names one. */
final class KnownClasses {

    /** A class with its mask. */
    record Known(Mask mask, DataClass declared) {}

    private static final String BUILT_IN_IS = "the class " + MaskingPolicy.SENSITIVE_AUTHENTICATION_DATA
            + " is sensitive authentication data, such as CVV, PIN and track (PCI DSS 4.0.1, requirement 3.3)";

    private final Map<String, Known> classes = new TreeMap<>();
    private final Problems problems;
    private boolean incomplete;

    KnownClasses(Problems problems) {
        this.problems = problems;
    }

    void add(String name, Mask mask, Optional<Set<String>> only, Place place) {
        Known before = classes.putIfAbsent(name, new Known(mask, new DataClass(only, place)));
        if (before != null && !isBuiltIn(name)) {
            problems.add(
                    place,
                    "the class " + Shown.quoted(name) + " is declared at "
                            + before.declared().place() + " and can't be redefined",
                    "use it as it is, or choose another name");
        }
    }

    Map<String, Known> all() {
        return Collections.unmodifiableMap(classes);
    }

    Map<String, DataClass> declared() {
        Map<String, DataClass> declared = new TreeMap<>();
        classes.forEach((name, known) -> declared.put(name, known.declared()));
        return Collections.unmodifiableMap(declared);
    }

    /** From now on no class is called unknown: it may stand in a file that can't be found, which was reported. */
    void incomplete() {
        incomplete = true;
    }

    /** Reports a mask that the class can't have. */
    boolean allows(String dataClass, Mask mask, Section section) {
        boolean allowed = !isBuiltIn(dataClass) || mask == Masks.erase();
        if (!allowed) {
            problems.add(
                    section.place("mask"),
                    section.path("mask") + " can only be erase: " + BUILT_IN_IS,
                    "write mask: erase");
        }
        return allowed;
    }

    /** Reports a class that nobody can see in clear. */
    boolean checkClear(String dataClass, Place place, String where) {
        if (isBuiltIn(dataClass)) {
            problems.add(place, where + " would show it in clear: " + BUILT_IN_IS, "remove it here");
        }
        return !isBuiltIn(dataClass);
    }

    private static boolean isBuiltIn(String dataClass) {
        return dataClass.equals(MaskingPolicy.SENSITIVE_AUTHENTICATION_DATA);
    }

    /** Reports a class that isn't declared. */
    boolean check(Named name, String where) {
        if (isBuiltIn(name.name())) {
            return true;
        }
        if (!incomplete && !classes.containsKey(name.name())) {
            problems.add(
                    name.place(),
                    where + " names the unknown class " + Shown.quoted(name.name()),
                    Nearest.remedy(name.name(), classes.keySet(), "classes"));
        }
        return classes.containsKey(name.name());
    }

    /** The classes listed under a key, in clear for an audience that each of them must allow. */
    Set<String> inClear(Section section, String key, String audience) {
        List<Named> names = clear(section, key);
        names.forEach(name -> checkOnly(name, section.path(key), audience));
        return known(names, section.path(key));
    }

    /**
     * The same for an audience that the author wrote as a name at a place: if the name is near to one that a class allows,
     * it is told that the name may be mistyped.
     */
    Set<String> inClear(Section section, String key, String audience, Named written, String where) {
        if (!section.has(key)) {
            return Set.of();
        }
        List<Named> names = clear(section, key);
        Optional<Named> first =
                names.stream().filter(name -> meant(name, audience).isPresent()).findFirst();
        first.ifPresent(name -> problems.add(
                written.place(),
                where + " names " + Shown.step(audience) + ", but the class " + Shown.quoted(name.name()) + " in "
                        + section.path(key) + " is not for it",
                "did you mean " + Shown.quoted(meant(name, audience).orElseThrow())
                        + "? Else remove the class there, or" + " add to the list only of the class"));
        names.stream()
                .filter(name -> meant(name, audience).isEmpty())
                .forEach(name -> checkOnly(name, section.path(key), audience));
        return known(names, section.path(key));
    }

    /** The allowed audience whose name is near to one that isn't allowed. */
    private Optional<String> meant(Named name, String audience) {
        Set<String> only = only(name).orElse(Set.of());
        return only.contains(audience)
                ? Optional.empty()
                : Nearest.of(audience, only).filter(Shown::isName);
    }

    private Optional<Set<String>> only(Named name) {
        return Optional.ofNullable(classes.get(name.name()))
                .flatMap(known -> known.declared().only());
    }

    private List<Named> clear(Section section, String key) {
        return section.names(key).stream()
                .filter(name -> checkClear(name.name(), name.place(), section.path(key)))
                .toList();
    }

    /** The classes listed under a key, in clear. */
    Set<String> listed(Section section, String key) {
        return known(clear(section, key), section.path(key));
    }

    /** The classes listed under a key that cross unmasked; the list may be empty, which says that there are none. */
    Set<String> listedOrNone(Section section, String key) {
        return known(section.namesOrNone(key), section.path(key));
    }

    private Set<String> known(List<Named> names, String where) {
        if (names.isEmpty()) {
            return Set.of();
        }
        Set<String> known = new TreeSet<>();
        names.stream().filter(name -> check(name, where)).map(Named::name).forEach(known::add);
        return Collections.unmodifiableSet(known);
    }

    private void checkOnly(Named name, String where, String audience) {
        Known known = classes.get(name.name());
        Optional<Set<String>> only = only(name);
        if (known != null && only.isPresent() && !only.get().contains(audience)) {
            String allowed = only.get().isEmpty() ? "nobody" : Shown.list(only.get());
            problems.add(
                    name.place(),
                    where + " shows " + Shown.quoted(name.name()) + " in clear to " + Shown.step(audience)
                            + ", but the class at " + known.declared().place() + " is only for " + allowed,
                    "remove it here, or add to the list only of the class");
        }
    }
}
