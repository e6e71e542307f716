package io.maskwire.cli.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of an application, with placeholders replaced as far as the files tell. */
final class Settings {

    private static final int MOST_REPLACEMENTS = 20;

    private final List<Property> all;
    private final Map<String, Property> byKey = new LinkedHashMap<>();

    Settings(List<Property> all) {
        this.all = List.copyOf(all);
        all.forEach(property -> byKey.putIfAbsent(property.canonicalKey(), property));
    }

    List<Property> all() {
        return all;
    }

    Optional<Property> find(String key) {
        return Optional.ofNullable(byKey.get(Property.canonical(key)));
    }

    /** The value of a setting; nothing if a placeholder has no value here and no default. */
    Optional<String> value(Property property) {
        String value = property.value();
        for (int i = 0; i < MOST_REPLACEMENTS; i++) {
            int start = value.lastIndexOf("${");
            int end = start < 0 ? -1 : value.indexOf('}', start);
            if (end < 0) {
                return start < 0 ? Optional.of(value.strip()) : Optional.empty();
            }
            Optional<String> inside = placeholder(value.substring(start + 2, end));
            if (inside.isEmpty()) {
                return Optional.empty();
            }
            value = value.substring(0, start) + inside.get() + value.substring(end + 1);
        }
        return Optional.empty();
    }

    private Optional<String> placeholder(String text) {
        int colon = text.indexOf(':');
        String key = colon < 0 ? text : text.substring(0, colon);
        Optional<String> found = find(key).map(Property::value);
        return found.isPresent() || colon < 0 ? found : Optional.of(text.substring(colon + 1));
    }
}
