package io.maskwire.scan;

import io.maskwire.policy.Classification;
import io.maskwire.policy.Masks;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.TypeVariable;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns annotations into classifications. One that contradicts itself erases, and is reported. */
final class AnnotationReader {

    private static final int DEEPEST_META_ANNOTATION = 3;

    private final Consumer<String> problems;

    AnnotationReader(Consumer<String> problems) {
        this.problems = problems;
    }

    @Nullable
    Classification read(String place, Annotation[] annotations) {
        return read(place, annotations, 0);
    }

    private @Nullable Classification read(String place, Annotation[] annotations, int depth) {
        Classification found = null;
        for (Annotation annotation : annotations) {
            Classification one = direct(place, annotation);
            if (one == null && depth < DEEPEST_META_ANNOTATION) {
                one = read(place, annotation.annotationType().getAnnotations(), depth + 1);
            }
            found = Classification.both(found, one);
        }
        return found;
    }

    private @Nullable Classification direct(String place, Annotation annotation) {
        try {
            return AnnotatedMasks.classification(annotation);
        } catch (RuntimeException contradiction) {
            problems.accept(place + ": @" + annotation.annotationType().getSimpleName() + " can't be used: "
                    + contradiction.getMessage() + "; until it is corrected the value is erased");
            return Classification.ofMask(Masks.erase());
        }
    }

    /** What is said at any depth of a type such as {@code Map<@Sensitive("name") String, List<@Erase String>>}. */
    Marks read(String place, AnnotatedType type) {
        Marks marks = Marks.ofValues(read(place, type.getAnnotations()));
        if (type instanceof AnnotatedArrayType array) {
            return marks.and(read(place, array.getAnnotatedGenericComponentType()));
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            return marks.and(all(place, wildcard.getAnnotatedUpperBounds()))
                    .and(all(place, wildcard.getAnnotatedLowerBounds()));
        }
        if (type.getType() instanceof TypeVariable<?> variable) {
            return marks.and(variable(place, variable));
        }
        if (type instanceof AnnotatedParameterizedType generic) {
            return marks.and(arguments(place, generic));
        }
        return marks;
    }

    /** As in {@code Box<@Erase T>} where that is declared; its bounds may name itself. */
    private Marks variable(String place, TypeVariable<?> variable) {
        Marks marks = Marks.ofValues(read(place, variable.getAnnotations()));
        for (AnnotatedType bound : variable.getAnnotatedBounds()) {
            marks = marks.and(Marks.ofValues(read(place, bound.getAnnotations())));
        }
        return marks;
    }

    private Marks arguments(String place, AnnotatedParameterizedType type) {
        AnnotatedType[] arguments = type.getAnnotatedActualTypeArguments();
        if (arguments.length < 2) {
            return all(place, arguments);
        }
        // The first of several may be the keys of a map of some library, or a value like the others.
        Marks first = read(place, arguments[0]);
        Marks keys = new Marks(null, Classification.both(first.values(), first.keys()));
        boolean onlyKeys = arguments.length == 2 && isMap(type);
        return keys.and(all(place, onlyKeys ? new AnnotatedType[] {arguments[1]} : arguments));
    }

    private static boolean isMap(AnnotatedParameterizedType type) {
        return type.getType() instanceof ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw
                && Map.class.isAssignableFrom(raw);
    }

    private Marks all(String place, AnnotatedType[] types) {
        Marks marks = Marks.NONE;
        for (AnnotatedType type : types) {
            marks = marks.and(read(place, type));
        }
        return marks;
    }
}
