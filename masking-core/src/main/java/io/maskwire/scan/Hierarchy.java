package io.maskwire.scan;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The classes whose members an object has. */
final class Hierarchy {

    private Hierarchy() {}

    /** The class, its superclasses and all interfaces, without those of the JDK's own loader. */
    static Set<Class<?>> of(Class<?> type) {
        Set<Class<?>> hierarchy = new LinkedHashSet<>();
        add(type, hierarchy);
        return hierarchy;
    }

    private static void add(@Nullable Class<?> type, Set<Class<?>> hierarchy) {
        if (type == null || type.getClassLoader() == null || !hierarchy.add(type)) {
            return;
        }
        add(type.getSuperclass(), hierarchy);
        for (Class<?> implemented : type.getInterfaces()) {
            add(implemented, hierarchy);
        }
    }
}
