package io.maskwire.scan;

import io.maskwire.policy.Classification;
import io.maskwire.policy.FieldPath;
import io.maskwire.policy.FieldRule;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.BaseStream;
import java.util.stream.Stream;

/** Goes through a type and the types of its members; one instance goes once. */
final class TypeWalk {

    /** A type with what its variables stand for. */
    private record Seen(Class<?> type, Map<TypeVariable<?>, Type> variables) {}

    private final Map<String, FieldRule> rules = new TreeMap<>();
    private final Set<String> notCovered = new TreeSet<>();
    private final Map<String, Property> properties = new TreeMap<>();
    private final Set<Property> marked = new HashSet<>();
    private final Set<Classification> said = new HashSet<>();
    private final Set<Seen> open = new LinkedHashSet<>();

    TypedRules rules() {
        return new TypedRules(List.copyOf(rules.values()), List.copyOf(notCovered));
    }

    /** Every property met, by its place. */
    Collection<Property> properties() {
        return properties.values();
    }

    /** What annotations say anywhere. */
    Stream<Classification> said() {
        return said.stream();
    }

    /** Whether an annotation says something about a property or the class that has it. */
    boolean isMarked(Property property) {
        return marked.contains(property);
    }

    void begin(String root, Class<?> type) {
        FieldPath.parse(root);
        walk(root, type, Map.of(), type.getName());
    }

    private void walk(String path, Type type, Map<TypeVariable<?>, Type> variables, String place) {
        if (type instanceof Class<?> plain) {
            walkClass(path, plain, Map.of(), List.of(), place);
        } else if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            List<Type> arguments = new ArrayList<>();
            for (Type argument : generic.getActualTypeArguments()) {
                arguments.add(resolved(argument, variables));
            }
            walkClass(path, raw, variables(raw, arguments), arguments, place);
        } else if (type instanceof GenericArrayType array) {
            walk(path + "[*]", resolved(array.getGenericComponentType(), variables), variables, place);
        } else {
            walk(path, resolved(type, variables), Map.of(), place);
        }
    }

    /** A variable or a wildcard as what is known of it. */
    private static Type resolved(Type type, Map<TypeVariable<?>, Type> variables) {
        if (type instanceof TypeVariable<?> variable) {
            Type known = variables.get(variable);
            return known == null ? variable.getBounds()[0] instanceof Class<?> bound ? bound : Object.class : known;
        }
        return type instanceof WildcardType wildcard ? resolved(wildcard.getUpperBounds()[0], variables) : type;
    }

    private static Map<TypeVariable<?>, Type> variables(Class<?> raw, List<Type> arguments) {
        Map<TypeVariable<?>, Type> variables = new HashMap<>();
        TypeVariable<?>[] parameters = raw.getTypeParameters();
        for (int i = 0; i < parameters.length && i < arguments.size(); i++) {
            variables.put(parameters[i], arguments.get(i));
        }
        return variables;
    }

    private void walkClass(
            String path, Class<?> type, Map<TypeVariable<?>, Type> variables, List<Type> arguments, String place) {
        if (type.isArray()) {
            walk(path + "[*]", type.getComponentType(), variables, place);
        } else if (type == Object.class) {
            notCovered.add(place + ": a value of any type");
        } else if (isContainer(type)) {
            walkContents(path, type, arguments, place);
        } else if (type.getClassLoader() != null && !type.isEnum()) {
            walkOwn(path, new Seen(type, variables));
        }
    }

    private static boolean isContainer(Class<?> type) {
        return type == Optional.class
                || Map.class.isAssignableFrom(type)
                || Iterable.class.isAssignableFrom(type) && type.getClassLoader() == null
                || BaseStream.class.isAssignableFrom(type);
    }

    private void walkContents(String path, Class<?> type, List<Type> arguments, String place) {
        if (arguments.isEmpty()) {
            notCovered.add(place + ": what a raw " + type.getSimpleName() + " holds");
            return;
        }
        String contents = type == Optional.class ? path : path + "[*]";
        walk(contents, arguments.get(arguments.size() - 1), Map.of(), place);
    }

    private void walkOwn(String path, Seen seen) {
        ClassScan scan = ClassScan.of(seen.type);
        add(path, scan.type(), seen.type.getName());
        if (!open.add(seen)) {
            // A type inside itself: the same members once more, at any depth below.
            addMembers(path + "..", seen.type, scan);
            return;
        }
        addMembers(path, seen.type, scan);
        for (Property property : Property.of(seen.type)) {
            properties.put(property.place() + " " + property.name(), property);
            if (!scan.type().isEmpty() || !scan.named(Set.of(property.name())).isEmpty()) {
                marked.add(property);
            }
            walk(
                    path + quoted(property.name()),
                    resolved(property.type(), seen.variables),
                    seen.variables,
                    property.place());
        }
        Class<?>[] permitted = seen.type.isSealed() ? seen.type.getPermittedSubclasses() : new Class<?>[0];
        for (Class<?> sub : permitted) {
            walkClass(path, sub, Map.of(), List.of(), sub.getName());
        }
        open.remove(seen);
    }

    private void addMembers(String path, Class<?> type, ClassScan scan) {
        for (MarkedMember member : scan.members()) {
            Set<String> names =
                    member.element() instanceof Member reflected ? Property.names(reflected) : member.names();
            for (String name : names) {
                add(path + quoted(name), scan.named(member.names()), type.getName() + "#" + name);
            }
        }
    }

    private void add(String path, Marks marks, String place) {
        Classification keys = marks.keys();
        if (keys != null) {
            said.add(keys);
            notCovered.add(place + ": marked keys of a map");
        }
        Classification values = marks.values();
        if (values != null) {
            said.add(values);
            rules.merge(FieldPath.fold(path), new FieldRule(FieldPath.parse(path), values), FieldRule::and);
        }
    }

    private static String quoted(String name) {
        return "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
    }
}
