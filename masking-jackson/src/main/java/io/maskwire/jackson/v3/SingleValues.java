package io.maskwire.jackson.v3;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedWithParams;

/** Finds marked classes that are read from a single value, as one with a delegating creator is: that value is the mark's. */
final class SingleValues {

    private final DeserializationConfig config;
    private final AnnotationIntrospector introspector;

    SingleValues(DeserializationConfig config) {
        this.config = config;
        this.introspector = config.getAnnotationIntrospector();
    }

    /** True if values of a type, or what they contain, are of such a class. */
    boolean areIn(JavaType type) {
        if (!type.isContainerType() && !type.isReferenceType()) {
            return !Scans.of(config, type.getRawClass()).isEmpty()
                    && isSingle(config.classIntrospectorInstance().introspectClassAnnotations(type));
        }
        return type.getContentType() != null && areIn(type.getContentType());
    }

    private boolean isSingle(AnnotatedClass type) {
        List<AnnotatedMember> members = new ArrayList<>();
        type.fields().forEach(members::add);
        type.memberMethods().forEach(members::add);
        return members.stream().anyMatch(member -> Boolean.TRUE.equals(introspector.hasAsValue(config, member)))
                || type.getConstructors().stream().anyMatch(this::takesAll)
                || type.getFactoryMethods().stream().anyMatch(this::takesAll);
    }

    private boolean takesAll(AnnotatedWithParams creator) {
        JsonCreator.Mode mode = introspector.findCreatorAnnotation(config, creator);
        return mode == JsonCreator.Mode.DELEGATING
                || mode == JsonCreator.Mode.DEFAULT && creator.getParameterCount() == 1;
    }
}
