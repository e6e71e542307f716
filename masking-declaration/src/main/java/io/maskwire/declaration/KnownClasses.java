package io.maskwire.declaration;

import io.maskwire.declaration.Declaration.DataClass;
import io.maskwire.policy.Mask;
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

    private final Map<String, Known> classes = new TreeMap<>();
    private final Problems problems;
    private boolean incomplete;

    KnownClasses(Problems problems) {
        this.problems = problems;
    }

    void add(String name, Mask mask, Optional<Set<String>> only, Place place) {
        Known before = classes.putIfAbsent(name, new Known(mask, new DataClass(only, place)));
        if (before != null) {
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

    /** Reports a class that isn't declared. */
    boolean check(Named name, String where) {
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
        List<Named> names = section.names(key);
        names.forEach(name -> checkOnly(name, section.path(key), audience));
        return known(names, section.path(key));
    }

    /** The classes listed under a key. */
    Set<String> listed(Section section, String key) {
        return known(section.names(key), section.path(key));
    }

    /** The classes listed under a key; the list may be empty, which says that there are none. */
    Set<String> listedOrNone(Section section, String key) {
        return known(section.namesOrNone(key), section.path(key));
    }

    private Set<String> known(List<Named> names, String where) {
        Set<String> known = new TreeSet<>();
        names.stream().filter(name -> check(name, where)).map(Named::name).forEach(known::add);
        return Collections.unmodifiableSet(known);
    }

    private void checkOnly(Named name, String where, String audience) {
        Known known = classes.get(name.name());
        Optional<Set<String>> only =
                known == null ? Optional.empty() : known.declared().only();
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
