package io.maskwire.scan;

import io.maskwire.policy.Classification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the annotations of a class say: on itself, its superclasses and interfaces, their fields, methods, record
 * components and constructor parameters, in type arguments, and through other annotations up to three steps away.
 *
 * <p>A mark on one of the members that share a property name holds for all of them: on the field for the getter, on an
 * interface's method for the field. Classes of the JDK say nothing.
 *
 * <p>Immutable and safe for use by many threads; each class is read once.
 */
public final class ClassScan {

    static final ClassScan EMPTY = new ClassScan(Marks.NONE, Set.of(), Set.of(), List.of(), List.of());

    private static final ClassValue<ClassScan> SCANS = new ClassValue<>() {
        @Override
        protected ClassScan computeValue(Class<?> type) {
            return new ClassScanner(type).scan();
        }
    };

    private final Marks type;
    private final Set<String> names;
    private final Set<String> fields;
    private final List<MarkedMember> members;
    private final List<String> problems;
    private final Map<String, Marks> byName = new LinkedHashMap<>();

    ClassScan(Marks type, Set<String> names, Set<String> fields, List<MarkedMember> members, List<String> problems) {
        this.type = type;
        this.names = Set.copyOf(names);
        this.fields = Set.copyOf(fields);
        this.members = List.copyOf(members);
        this.problems = List.copyOf(problems);
        for (MarkedMember member : members) {
            member.names().forEach(name -> byName.merge(name, member.marks(), Marks::and));
        }
    }

    /** What is said about a class. */
    public static ClassScan of(Class<?> type) {
        return SCANS.get(type);
    }

    /** All that either says. */
    public ClassScan and(ClassScan other) {
        if (other.isEmpty() && other.names.isEmpty()) {
            return this;
        }
        return new ClassScan(
                type.and(other.type),
                joined(names, other.names),
                joined(fields, other.fields),
                joined(members, other.members),
                joined(problems, other.problems));
    }

    /** The same with more names for the members, as an annotation of a JSON library may give them. */
    public ClassScan withNames(Function<MarkedMember, Set<String>> more) {
        List<MarkedMember> renamed = members.stream()
                .map(member -> member.alsoNamed(more.apply(member)))
                .toList();
        return renamed.equals(members) ? this : new ClassScan(type, names, fields, renamed, problems);
    }

    private static Set<String> joined(Set<String> some, Set<String> others) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        List<T> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /** True if nothing is said. */
    public boolean isEmpty() {
        return type.isEmpty() && members.isEmpty();
    }

    /** What is said about every value of the class. */
    public Marks type() {
        return type;
    }

    /** The members something is said about. */
    public List<MarkedMember> members() {
        return members;
    }

    /** What is said about a property known by any of these names, without what is said about the whole class. */
    public Marks named(Set<String> propertyNames) {
        Marks marks = Marks.NONE;
        for (String name : propertyNames) {
            marks = marks.and(byName.getOrDefault(name, Marks.NONE));
        }
        return marks;
    }

    /** True if the class has a field or getter of this property name, with or without a mark. */
    public boolean knows(String propertyName) {
        return names.contains(propertyName);
    }

    /** True if the class has a field of one of these names: what is read under it is that field's value. */
    public boolean hasField(Set<String> propertyNames) {
        return propertyNames.stream().anyMatch(fields::contains);
    }

    /** What is said about any member or the class: holds for a value of which nobody knows where it came from. */
    public @Nullable Classification anything() {
        Classification all = withoutExemption(null, type);
        for (MarkedMember member : members) {
            all = withoutExemption(all, member.marks());
        }
        return all;
    }

    private static @Nullable Classification withoutExemption(@Nullable Classification all, Marks marks) {
        Classification more = Classification.both(marks.values(), marks.keys());
        return more == null || more.isExemption() ? all : more.and(all);
    }

    /** What is said about the keys of any map in the class. */
    public @Nullable Classification anyKeys() {
        Classification all = type.keys();
        for (MarkedMember member : members) {
            all = Classification.both(all, member.marks().keys());
        }
        return all;
    }

    /** Annotations that contradict themselves: where, why, and what to do. Their places are erased. */
    public List<String> problems() {
        return problems;
    }
}
