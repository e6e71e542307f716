package io.maskwire.jackson.v2;

import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.AnnotatedWithParams;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        return config.getAnnotationIntrospector().findUnwrappingNameTransformer(member) != null;
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
        AnnotatedClass annotated = config.introspectClassAnnotations(type).getClassInfo();
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
