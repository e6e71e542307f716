package io.maskwire.jackson;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A value to write, and what of it must not be seen.
 *
 * @param name says what is special about it
 * @param value the value; it holds something visible too
 * @param settings how the mapper is set up
 * @param secrets the texts of the scalars that are marked
 */
record Case(String name, Object value, Set<Setting> settings, List<String> secrets) {

    /** How a mapper is set up. */
    enum Setting {
        FIELDS_ONLY,
        MUTATORS_NOT_INFERRED,
        ANNOTATIONS_OFF,
        MIX_INS,
        VIEW,
        FILTER,
        ROOT_WRAPPED,
        /** A serializer of the application hides where a value came from: more than the secret may be masked. */
        COARSE
    }

    /** The scalar most values hold. */
    static final String SECRET = "tango-Zürich-4711";

    static Case of(String name, Object value, String... secrets) {
        return new Case(name, value, Set.of(), secrets.length == 0 ? List.of(SECRET) : List.of(secrets));
    }

    Case with(Setting... more) {
        Set<Setting> all = EnumSet.noneOf(Setting.class);
        all.addAll(settings);
        all.addAll(List.of(more));
        return new Case(name, value, all, secrets);
    }

    boolean has(Setting setting) {
        return settings.contains(setting);
    }

    @Override
    public String toString() {
        return settings.isEmpty() ? name : name + " " + settings;
    }
}
