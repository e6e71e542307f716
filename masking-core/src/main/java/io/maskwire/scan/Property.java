package io.maskwire.scan;

import io.maskwire.policy.FieldPath;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A name under which a member's value is written, unless a JSON library's annotation says another. */
record Property(String name, Type type, String place) {

    /** Those of a class, own and inherited, each name once for each type it has. */
    static List<Property> of(Class<?> type) {
        List<Property> properties = new ArrayList<>();
        Set<List<Object>> known = new LinkedHashSet<>();
        for (Member member : members(type)) {
            Type itsType =
                    member instanceof Field field ? field.getGenericType() : ((Method) member).getGenericReturnType();
            String place = member.getDeclaringClass().getName() + "#" + member.getName();
            for (String name : names(member)) {
                if (known.add(List.of(FieldPath.fold(name), itsType))) {
                    properties.add(new Property(name, itsType, place));
                }
            }
        }
        return properties;
    }

    /** The names of a member, for a getter without its own. */
    static Set<String> names(Member member) {
        Set<String> names = new LinkedHashSet<>(PropertyNames.of(member));
        if (member instanceof Method method && PropertyNames.isAccessor(method)) {
            names.remove(method.getName());
        }
        return names;
    }

    private static List<Member> members(Class<?> type) {
        List<Member> members = new ArrayList<>();
        for (Class<?> each : Hierarchy.of(type)) {
            for (Field field : each.getDeclaredFields()) {
                addData(field, members);
            }
            for (Method method : each.getDeclaredMethods()) {
                if (method.getParameterCount() == 0 && PropertyNames.isAccessor(method)) {
                    addData(method, members);
                }
            }
        }
        return members;
    }

    private static void addData(Member member, List<Member> members) {
        if (!Modifier.isStatic(member.getModifiers()) && !member.isSynthetic()) {
            members.add(member);
        }
    }
}
