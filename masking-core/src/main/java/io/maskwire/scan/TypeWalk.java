package io.maskwire.scan;

import io.maskwire.policy.Classification;
import io.maskwire.policy.FieldPath;
import io.maskwire.policy.FieldRule;
import java.io.Serializable;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.TypeVariable;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Goes through a type and the types of its members; one instance goes once. */
final class TypeWalk {

    /** What holds values of a type that a parameter says, and the step from it to them. */
    private record Contents(Class<?> container, int parameter, String step) {

        boolean isIn(Class<?> type) {
            return step.isEmpty() ? type == container : container.isAssignableFrom(type);
        }
    }

    private static final List<Contents> CONTENTS = List.of(
            new Contents(Map.class, 1, "[*]"),
            new Contents(Map.Entry.class, 1, "[*]"),
            new Contents(Iterable.class, 0, "[*]"),
            new Contents(Iterator.class, 0, "[*]"),
            new Contents(BaseStream.class, 0, "[*]"),
            new Contents(Optional.class, 0, ""),
            new Contents(AtomicReference.class, 0, ""));

    /** As {@code class Odd<T> {Odd<List<T>> next;}} has without end. */
    private static final int MOST_FORMS = 8;

    private final Map<String, FieldRule> rules = new TreeMap<>();
    private final Set<String> notCovered = new TreeSet<>();
    private final Map<String, Property> properties = new TreeMap<>();
    private final Set<Property> marked = new HashSet<>();
    private final Set<Classification> said = new HashSet<>();
    /** Below a type that is inside itself: the types met there. */
    private final Set<ResolvedType> inside = new LinkedHashSet<>();
    /** The path of the outermost type that is inside itself. */
    private @Nullable String recurring;

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
        walk(root, ResolvedType.of(type), type.getName());
    }

    private void walk(String path, ResolvedType type, String place) {
        Class<?> raw = type.raw();
        if (raw == Object.class || raw == Serializable.class) {
            notCovered.add(place + ": a value of any type");
        } else if (raw == Object[].class) {
            walk(path + "[*]", type.arguments().get(0), place);
        } else if (raw.getClassLoader() != null) {
            walkOwn(path, type, place);
        } else if (raw != Class.class && (raw.getTypeParameters().length > 0 || Map.class.isAssignableFrom(raw))) {
            // The others of the JDK are values, even if one can iterate over them as over a Path.
            boolean isContainer = walkContents(path, type, place);
            if (!isContainer && !type.arguments().isEmpty()) {
                notCovered.add(place + ": what a " + raw.getSimpleName() + " holds");
            }
        }
    }

    /** What a container holds; false if the type is none. */
    private boolean walkContents(String path, ResolvedType type, String place) {
        for (Contents contents : CONTENTS) {
            if (contents.isIn(type.raw())) {
                type.argument(contents.container, contents.parameter)
                        .ifPresentOrElse(
                                held -> walk(path + contents.step, held, place),
                                () -> notCovered.add(
                                        place + ": what a raw " + type.raw().getSimpleName() + " holds"));
                return true;
            }
        }
        return false;
    }

    private void walkOwn(String path, ResolvedType type, String place) {
        ClassScan scan = ClassScan.of(type.raw());
        add(path, scan.type(), type.raw().getName());
        if (type.raw().isEnum()) {
            return;
        }
        addMembers(path, type.raw(), scan);
        for (Class<?> sub : permitted(type.raw(), place)) {
            walkOwn(path, type.below(sub), place);
        }
        if (recurring != null) {
            if (isNew(type, place)) {
                walkMembers(recurring + "..", type, place);
            }
        } else if (isInsideItself(type)) {
            // The same members again at any depth below: told apart by the member that leads to each type.
            recurring = path;
            inside.add(type);
            walkMembers(path + "..", type, place);
            inside.clear();
            recurring = null;
        } else {
            walkMembers(path, type, place);
        }
    }

    private static boolean isInsideItself(ResolvedType type) {
        TypeWalk within = new TypeWalk();
        within.recurring = "$";
        within.walkMembers("$..", type, "");
        return within.inside.contains(type) || within.hasManyFormsOf(type);
    }

    /** False if a type was met before in the one that is inside itself. */
    private boolean isNew(ResolvedType type, String place) {
        if (inside.contains(type) || !hasManyFormsOf(type)) {
            return inside.add(type);
        }
        notCovered.add(place + ": a " + type.raw().getSimpleName() + " inside itself with ever other types");
        return false;
    }

    private boolean hasManyFormsOf(ResolvedType type) {
        return inside.stream().filter(met -> met.raw() == type.raw()).count() >= MOST_FORMS;
    }

    private void walkMembers(String path, ResolvedType type, String place) {
        walkContents(path, type, place);
        ClassScan scan = ClassScan.of(type.raw());
        Map<TypeVariable<?>, ResolvedType> variables = type.variables();
        for (Property property : Property.of(type.raw())) {
            properties.put(property.place() + " " + property.name(), property);
            if (!scan.type().isEmpty() || !scan.named(Set.of(property.name())).isEmpty()) {
                marked.add(property);
            }
            walk(path + quoted(property.name()), ResolvedType.of(property.type(), variables), property.place());
        }
    }

    private Class<?>[] permitted(Class<?> type, String place) {
        if (type.isSealed()) {
            return type.getPermittedSubclasses();
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            notCovered.add(place + ": what else than " + type.getSimpleName() + " says a value of it holds");
        }
        return new Class<?>[0];
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
