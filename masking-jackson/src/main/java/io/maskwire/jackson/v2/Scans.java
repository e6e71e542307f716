package io.maskwire.jackson.v2;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import io.maskwire.scan.ClassScan;
import io.maskwire.scan.MarkedMember;
import java.lang.reflect.Parameter;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scans of classes with the mix-ins of a mapper. */
final class Scans {

    private Scans() {}

    static ClassScan of(MapperConfig<?> config, Class<?> type) {
        ClassScan scan = ClassScan.of(type);
        Set<Class<?>> hierarchy = new LinkedHashSet<>();
        addHierarchy(type, hierarchy);
        for (Class<?> each : hierarchy) {
            Class<?> mixIn = config.findMixInClassFor(each);
            if (mixIn != null) {
                scan = scan.and(ClassScan.of(mixIn));
            }
        }
        return scan.isEmpty() ? scan : scan.withNames(Scans::namesByAnnotation);
    }

    /** A parameter has a name of its own only if it was compiled with one. */
    private static Set<String> namesByAnnotation(MarkedMember member) {
        JsonProperty named =
                member.element() instanceof Parameter parameter ? parameter.getAnnotation(JsonProperty.class) : null;
        return named == null || named.value().isEmpty() ? Set.of() : Set.of(named.value());
    }

    /** The class of a type and of all it contains. */
    static ClassScan ofAll(MapperConfig<?> config, JavaType type) {
        Set<Class<?>> classes = new LinkedHashSet<>();
        addContained(type, classes);
        ClassScan scan = of(config, type.getRawClass());
        for (Class<?> each : classes) {
            scan = scan.and(of(config, each));
        }
        return scan;
    }

    private static void addContained(@Nullable JavaType type, Set<Class<?>> classes) {
        if (type == null || !classes.add(type.getRawClass())) {
            return;
        }
        addContained(type.getKeyType(), classes);
        addContained(type.getContentType(), classes);
        // The type arguments of a container are not what an annotation on its contents made of them.
        for (int i = 0; type.getContentType() == null && i < type.containedTypeCount(); i++) {
            addContained(type.containedType(i), classes);
        }
    }

    private static void addHierarchy(@Nullable Class<?> type, Set<Class<?>> hierarchy) {
        if (type == null || !hierarchy.add(type)) {
            return;
        }
        addHierarchy(type.getSuperclass(), hierarchy);
        for (Class<?> implemented : type.getInterfaces()) {
            addHierarchy(implemented, hierarchy);
        }
    }
}
