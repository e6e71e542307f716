package io.maskwire.jackson.v3;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedWithParams;

/**
 * Finds marks in what is unwrapped into an object, at any depth: Jackson reads their values as members of the outermost
 * object and hands them on later.
 */
final class Unwrapping {

    private final DeserializationConfig config;
    private final Set<JavaType> seen = new HashSet<>();

    Unwrapping(DeserializationConfig config) {
        this.config = config;
    }

    boolean isUnwrapped(AnnotatedMember member) {
        return config.getAnnotationIntrospector().findUnwrappingNameTransformer(config, member) != null;
    }

    /** True if a class, what it holds or what is unwrapped into it has marks. */
    boolean bringsMarks(JavaType type) {
        return seen.add(type)
                && (!Scans.ofAll(config, type).isEmpty()
                        || members(type).stream()
                                .filter(this::isUnwrapped)
                                .anyMatch(member -> bringsMarks(read(member))));
    }

    private List<AnnotatedMember> members(JavaType type) {
        AnnotatedClass annotated = config.classIntrospectorInstance().introspectClassAnnotations(type);
        List<AnnotatedMember> members = new ArrayList<>();
        annotated.fields().forEach(members::add);
        annotated.memberMethods().forEach(members::add);
        annotated.getConstructors().forEach(creator -> addParameters(creator, members));
        annotated.getFactoryMethods().forEach(creator -> addParameters(creator, members));
        return members;
    }

    private static void addParameters(AnnotatedWithParams creator, List<AnnotatedMember> members) {
        for (int i = 0; i < creator.getParameterCount(); i++) {
            members.add(creator.getParameter(i));
        }
    }

    private static JavaType read(AnnotatedMember member) {
        return member instanceof AnnotatedMethod setter && setter.getParameterCount() == 1
                ? setter.getParameterType(0)
                : member.getType();
    }
}
