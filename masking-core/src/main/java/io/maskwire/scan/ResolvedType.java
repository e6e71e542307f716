package io.maskwire.scan;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A type as far as it is known, without variables and wildcards: they stand for what is known of them.
 *
 * @param raw the class; {@code Object[]} for every array
 * @param arguments the types of its parameters, of an array that of its elements; empty if nobody said them
 */
record ResolvedType(Class<?> raw, List<ResolvedType> arguments) {

    private static final ResolvedType ANY = new ResolvedType(Object.class, List.of());

    ResolvedType {
        arguments = List.copyOf(arguments);
    }

    /** A class whose parameters nobody said. */
    static ResolvedType of(Class<?> type) {
        return type.isArray()
                ? new ResolvedType(Object[].class, List.of(of(type.getComponentType())))
                : new ResolvedType(type, List.of());
    }

    /** What a member's type is where variables stand for these types. */
    static ResolvedType of(Type type, Map<TypeVariable<?>, ResolvedType> variables) {
        if (type instanceof Class<?> plain) {
            return of(plain);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            List<ResolvedType> arguments = Stream.of(generic.getActualTypeArguments())
                    .map(argument -> of(argument, variables))
                    .toList();
            return new ResolvedType(raw, arguments);
        }
        if (type instanceof GenericArrayType array) {
            return new ResolvedType(Object[].class, List.of(of(array.getGenericComponentType(), variables)));
        }
        if (type instanceof TypeVariable<?> variable) {
            ResolvedType known = variables.get(variable);
            return known == null ? erased(variable.getBounds()[0]) : known;
        }
        return type instanceof WildcardType wildcard ? of(bound(wildcard), variables) : ANY;
    }

    private static Type bound(WildcardType wildcard) {
        Type upper = wildcard.getUpperBounds()[0];
        return upper == Object.class && wildcard.getLowerBounds().length > 0 ? wildcard.getLowerBounds()[0] : upper;
    }

    /** Without arguments: a bound may speak of itself, as in {@code T extends Comparable<T>}. */
    private static ResolvedType erased(Type bound) {
        if (bound instanceof ParameterizedType generic) {
            return erased(generic.getRawType());
        }
        return bound instanceof Class<?> plain ? of(plain) : ANY;
    }

    /** What all variables stand for, those of superclasses and interfaces too. */
    Map<TypeVariable<?>, ResolvedType> variables() {
        Map<TypeVariable<?>, ResolvedType> variables = new HashMap<>();
        TypeVariable<?>[] own = raw.getTypeParameters();
        for (int i = 0; i < own.length && i < arguments.size(); i++) {
            variables.put(own[i], arguments.get(i));
        }
        for (Type above : above(raw)) {
            of(above, variables).variables().forEach(variables::putIfAbsent);
        }
        return variables;
    }

    private static List<Type> above(Class<?> type) {
        List<Type> above = new ArrayList<>(List.of(type.getGenericInterfaces()));
        if (type.getGenericSuperclass() != null) {
            above.add(type.getGenericSuperclass());
        }
        return above;
    }

    /** What a parameter of this type's class, or of one above it, stands for; empty if nobody said. */
    Optional<ResolvedType> argument(Class<?> of, int index) {
        return Optional.ofNullable(variables().get(of.getTypeParameters()[index]));
    }

    /** A class below this one, with what is known of its parameters from this one's. */
    ResolvedType below(Class<?> sub) {
        List<ResolvedType> known = new ArrayList<>(Collections.nCopies(sub.getTypeParameters().length, ANY));
        List<TypeVariable<?>> parameters = List.of(sub.getTypeParameters());
        for (Type above : above(sub)) {
            if (above instanceof ParameterizedType generic && generic.getRawType() == raw) {
                Type[] names = generic.getActualTypeArguments();
                for (int i = 0; i < names.length && i < arguments.size(); i++) {
                    int at = names[i] instanceof TypeVariable<?> variable ? parameters.indexOf(variable) : -1;
                    if (at >= 0) {
                        known.set(at, arguments.get(i));
                    }
                }
            }
        }
        return new ResolvedType(sub, known);
    }
}
