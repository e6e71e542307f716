package io.maskwire.scan;

import io.maskwire.policy.Classification;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one class; one instance reads once. */
final class ClassScanner {

    private final Class<?> type;
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> fields = new LinkedHashSet<>();
    private final List<MarkedMember> members = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final AnnotationReader reader = new AnnotationReader(problems::add);
    private Marks typeMarks = Marks.NONE;

    ClassScanner(Class<?> type) {
        this.type = type;
    }

    ClassScan scan() {
        Set<Class<?>> hierarchy = Hierarchy.of(type);
        for (Class<?> each : hierarchy) {
            scanType(each);
            for (Field field : each.getDeclaredFields()) {
                scanField(field);
            }
            for (Method method : each.getDeclaredMethods()) {
                scanMethod(method);
            }
        }
        if (hierarchy.contains(type)) {
            scanCreators();
        }
        return typeMarks.isEmpty() && members.isEmpty() && names.isEmpty()
                ? ClassScan.EMPTY
                : new ClassScan(typeMarks, names, fields, members, problems);
    }

    private void scanType(Class<?> each) {
        typeMarks = typeMarks.and(Marks.ofValues(reader.read(each.getName(), each.getDeclaredAnnotations())));
        // As in class Mails extends ArrayList<@Sensitive("email") String>.
        scanSuperType(each, each.getAnnotatedSuperclass());
        for (AnnotatedType implemented : each.getAnnotatedInterfaces()) {
            scanSuperType(each, implemented);
        }
    }

    private void scanSuperType(Class<?> each, @Nullable AnnotatedType superType) {
        if (superType != null) {
            typeMarks = typeMarks.and(reader.read(each.getName(), superType));
        }
    }

    private void scanField(Field field) {
        if (field.isSynthetic()) {
            return;
        }
        if (Modifier.isStatic(field.getModifiers())) {
            scanStaticField(field);
            return;
        }
        names.addAll(PropertyNames.of(field));
        fields.addAll(PropertyNames.of(field));
        boolean holdsData = !Modifier.isTransient(field.getModifiers());
        add(field, PropertyNames.of(field), marks(field, field.getAnnotatedType()), holdsData);
    }

    /** Kotlin keeps what an {@code object} holds in static fields, and gives it out by getters. */
    private void scanStaticField(Field field) {
        Marks marks = marks(field, field.getAnnotatedType());
        if (!marks.isEmpty()) {
            names.addAll(PropertyNames.of(field));
            add(field, PropertyNames.of(field), marks, false);
        }
    }

    private void scanMethod(Method method) {
        if (Modifier.isStatic(method.getModifiers()) || method.isSynthetic() || method.getParameterCount() > 2) {
            return;
        }
        boolean accessor = PropertyNames.isAccessor(method);
        boolean getter = method.getParameterCount() == 0;
        if (accessor && getter) {
            names.addAll(PropertyNames.of(method));
        }
        // Of two parameters, as a setter for any name has them, the last is the value.
        AnnotatedType[] parameters = method.getAnnotatedParameterTypes();
        AnnotatedType value = getter ? method.getAnnotatedReturnType() : parameters[parameters.length - 1];
        add(method, PropertyNames.of(method), marks(method, value), accessor);
    }

    private void scanCreators() {
        for (Executable constructor : type.getDeclaredConstructors()) {
            scanParameters(constructor);
        }
        for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isStatic(method.getModifiers()) && type.isAssignableFrom(method.getReturnType())) {
                scanParameters(method);
            }
        }
    }

    private void scanParameters(Executable creator) {
        for (Parameter parameter : creator.getParameters()) {
            Marks marks = reader.read(place(creator), parameter.getAnnotatedType());
            Set<String> named = parameter.isNamePresent() ? Set.of(parameter.getName()) : Set.of();
            add(parameter, named, marks, true);
        }
    }

    private <M extends AnnotatedElement & Member> Marks marks(M member, AnnotatedType valueType) {
        Classification declared = reader.read(place(member), member.getDeclaredAnnotations());
        return Marks.ofValues(declared).and(reader.read(place(member), valueType));
    }

    private void add(AnnotatedElement element, Set<String> named, Marks marks, boolean holdsData) {
        if (!marks.isEmpty()) {
            members.add(new MarkedMember(element, placeOf(element), named, marks, holdsData));
        }
    }

    private static String placeOf(AnnotatedElement element) {
        if (element instanceof Parameter parameter) {
            return place(parameter.getDeclaringExecutable()) + "(" + parameter.getName() + ")";
        }
        return place((Member) element);
    }

    private static String place(Member member) {
        String owner = member.getDeclaringClass().getName();
        return member.getName().equals(owner) ? owner + "#new" : owner + "#" + member.getName();
    }
}
