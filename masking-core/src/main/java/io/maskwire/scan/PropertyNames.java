package io.maskwire.scan;

import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The property names a field, getter or setter may stand for, before any annotation renames it. More names than a JSON
 * library would take, so that a mark is rather found twice than missed.
 */
public final class PropertyNames {

    private static final List<String> GETTERS = List.of("get", "is");
    private static final List<String> SETTERS = List.of("set", "with");

    private PropertyNames() {}

    /** The names of a member. */
    public static Set<String> of(Member member) {
        Set<String> names = new LinkedHashSet<>();
        names.add(member.getName());
        if (member instanceof Field field && isBoolean(field.getType())) {
            addWithout(List.of("is"), field.getName(), names);
        }
        if (member instanceof Method method) {
            addWithout(method.getParameterCount() == 0 ? GETTERS : SETTERS, method.getName(), names);
        }
        return names;
    }

    /** True for {@code getX()}, {@code isX()} and {@code setX(value)}. */
    static boolean isAccessor(Method method) {
        boolean returns = method.getReturnType() != void.class;
        return switch (method.getParameterCount()) {
            case 0 -> returns && GETTERS.stream().anyMatch(prefix -> hasPrefix(prefix, method.getName()));
            case 1 -> hasPrefix("set", method.getName());
            default -> false;
        };
    }

    private static boolean isBoolean(Class<?> type) {
        return type == boolean.class || type == Boolean.class;
    }

    private static boolean hasPrefix(String prefix, String name) {
        return name.length() > prefix.length() && name.startsWith(prefix);
    }

    private static void addWithout(List<String> prefixes, String name, Set<String> names) {
        for (String prefix : prefixes) {
            if (hasPrefix(prefix, name)) {
                addSpellings(name.substring(prefix.length()), names);
            }
        }
    }

    /** {@code URLName} as written, as {@code uRLName}, and with all its first capitals small: {@code urlname}. */
    private static void addSpellings(String name, Set<String> names) {
        names.add(name);
        names.add(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
        int capitals = 0;
        while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
            capitals++;
        }
        names.add(name.substring(0, capitals).toLowerCase(Locale.ROOT) + name.substring(capitals));
    }
}
