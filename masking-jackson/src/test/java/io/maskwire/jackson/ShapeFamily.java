package io.maskwire.jackson;

import io.maskwire.jackson.Shape.Anything;
import io.maskwire.jackson.Shape.Array;
import io.maskwire.jackson.Shape.Keyed;
import io.maskwire.jackson.Shape.Kind;
import io.maskwire.jackson.Shape.Many;
import io.maskwire.jackson.Shape.Mark;
import io.maskwire.jackson.Shape.Member;
import io.maskwire.jackson.Shape.Of;
import io.maskwire.jackson.Shape.Parameter;
import io.maskwire.jackson.Shape.Scalar;
import io.maskwire.jackson.Shape.To;
import io.maskwire.jackson.Shape.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Random classes that refer to each other, as Java sources; the same for the same seed and features. */
final class ShapeFamily {

    /** What annotations can say and a path rule made of them can't: each with its reason. */
    enum Feature {
        /** Jackson's annotations alone know the name. */
        RENAMED,
        /** The members of the inner object are members of the outer one. */
        UNWRAPPED,
        /** Entries of a map are members of the object. */
        ANY_GETTER,
        /** An object is written as the value of one member. */
        ONE_VALUE,
        /** Values have no names. */
        POSITIONAL,
        /** A type id is a text like any other in JSON, and a rule for all that is in a place masks it too. */
        TYPE_ID,
        /** The type id is a name around the object. */
        WRAPPED,
        /** The declared type doesn't say which class comes. */
        ANY_OBJECT,
        /** An interface that isn't sealed doesn't say which class comes. */
        OPEN,
        /** A subclass with members of its own. */
        SUBCLASS,
        /** What is said about one of the classes a sealed type permits holds for the others in its place. */
        MARKED_SIBLING,
        /** A path selects values; keys are names. */
        KEYS,
        /** Below a class inside itself a rule holds at any depth, for members of that name in other classes too. */
        INSIDE_ITSELF
    }

    private static final List<String> NAMES = List.of("id", "total", "ssn", "größe", "note", "owner");
    private static final int CLASSES = 14;

    final String packageName;
    final List<Shape> shapes = new ArrayList<>();
    private final Random random;
    private final Set<Feature> features;
    private int count;

    ShapeFamily(String packageName, long seed, Set<Feature> features) {
        this.packageName = packageName;
        this.random = new Random(seed);
        this.features = features;
        for (int i = 0; i < CLASSES; i++) {
            add(kind());
        }
    }

    private boolean chance(int oneOf) {
        return random.nextInt(oneOf) == 0;
    }

    private boolean feature(Feature feature, int oneOf) {
        return features.contains(feature) && chance(oneOf);
    }

    private Kind kind() {
        if (feature(Feature.ONE_VALUE, 4)) {
            return Kind.ONE_VALUE;
        }
        if (feature(Feature.MARKED_SIBLING, 4)) {
            return Kind.SEALED;
        }
        if (feature(Feature.OPEN, 4)) {
            return Kind.OPEN;
        }
        if (feature(Feature.SUBCLASS, 4)) {
            return Kind.BASE;
        }
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> Kind.RECORD;
            case 3 -> Kind.FIELDS;
            case 4, 5 -> Kind.GETTERS;
            case 6 -> Kind.GENERIC;
            default -> Kind.SEALED;
        };
    }

    private Shape shape(Kind kind) {
        boolean marked = (kind == Kind.RECORD || kind == Kind.GETTERS) && chance(8);
        return new Shape("C" + count++, kind, marked ? mark() : null);
    }

    private Shape subtype(Shape of) {
        boolean marked = feature(Feature.MARKED_SIBLING, 2);
        Kind kind = of.kind == Kind.BASE ? Kind.GETTERS : Kind.RECORD;
        Shape sub = new Shape("C" + count++, kind, marked ? mark() : null);
        sub.extended = of;
        return sub;
    }

    private void add(Kind kind) {
        Shape shape = shape(kind);
        switch (kind) {
            case SEALED, OPEN, BASE -> addWithSubtypes(shape);
            case ONE_VALUE -> shape.members.add(member(shape, type(shape, 2)));
            default -> addMembers(shape, 1 + random.nextInt(5));
        }
        decorate(shape);
        shapes.add(shape);
    }

    private void addWithSubtypes(Shape shape) {
        if (shape.kind == Kind.BASE) {
            addMembers(shape, 2);
        }
        for (int i = 1 + random.nextInt(2); i >= 0; i--) {
            Shape sub = subtype(shape);
            addMembers(sub, 1 + random.nextInt(3));
            shape.subtypes.add(sub);
        }
    }

    private void decorate(Shape shape) {
        if (shape.kind == Kind.SEALED && features.contains(Feature.TYPE_ID)) {
            shape.annotations.add("@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = \"@type\")");
        } else if (shape.kind == Kind.SEALED && features.contains(Feature.WRAPPED)) {
            shape.annotations.add("@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, include = JsonTypeInfo.As."
                    + (chance(2) ? "WRAPPER_OBJECT" : "WRAPPER_ARRAY") + ")");
        } else if ((shape.kind == Kind.RECORD || shape.kind == Kind.GETTERS) && feature(Feature.POSITIONAL, 3)) {
            shape.annotations.add("@JsonFormat(shape = JsonFormat.Shape.ARRAY)");
        } else if (shape.kind == Kind.GETTERS && feature(Feature.ANY_GETTER, 2)) {
            Type map = new Keyed(boxed(type(shape, 1)), null, null);
            shape.members.add(new Member(name(), map, mark(), List.of("@JsonAnyGetter"), false));
        } else if (shape.kind != Kind.ONE_VALUE && feature(Feature.UNWRAPPED, 3)) {
            addUnwrapped(shape);
        } else if (chance(6)) {
            shape.annotations.add("@JsonInclude(JsonInclude.Include.NON_EMPTY)");
        }
    }

    private void addUnwrapped(Shape shape) {
        List<Shape> plain = shapes.stream()
                .filter(other -> other.kind == Kind.RECORD || other.kind == Kind.FIELDS)
                .filter(other -> other.members.stream().noneMatch(ShapeFamily::isUnwrapped))
                .toList();
        if (!plain.isEmpty() && shape.subtypes.isEmpty()) {
            Type type = new To(plain.get(random.nextInt(plain.size())), null, null);
            String prefix = chance(2) ? "" : "(prefix = \"p-\")";
            shape.members.add(new Member(name(), type, maybeMark(3), List.of("@JsonUnwrapped" + prefix), false));
        }
    }

    private static boolean isUnwrapped(Member member) {
        return member.annotations().stream().anyMatch(each -> each.startsWith("@JsonUnwrapped"));
    }

    private void addMembers(Shape shape, int members) {
        for (int i = 0; i < members; i++) {
            shape.members.add(member(shape, type(shape, 3)));
        }
        if (shape.kind == Kind.GENERIC) {
            shape.members.add(member(shape, new Parameter()));
            shape.members.add(member(shape, new Many("List", new Parameter(), maybeMark(3))));
        }
        if (shape.kind == Kind.RECORD && shape.extended == null && feature(Feature.INSIDE_ITSELF, 2)) {
            addItself(shape);
        }
    }

    /** The members that lead to itself and to its marked text have their names in other classes too. */
    private void addItself(Shape shape) {
        Member text = new Member(name(), new Of(Scalar.TEXT), mark(), List.of(), false);
        String next = name();
        Shape leaf = new Shape("C" + count++, Kind.RECORD, null);
        leaf.members.add(new Member(text.name(), text.type(), null, List.of(), false));
        Shape holder = new Shape("C" + count++, Kind.RECORD, null);
        holder.members.add(new Member(next, new Many("List", new To(leaf, null, null), null), null, List.of(), false));
        shapes.add(leaf);
        shapes.add(holder);
        shape.members.add(text);
        shape.members.add(new Member(next, new Many("List", new To(shape, null, null), null), null, List.of(), false));
        shape.members.add(new Member(name(), new To(holder, null, null), null, List.of(), false));
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size())) + count++;
    }

    private Mark mark() {
        return Mark.values()[random.nextInt(Mark.values().length)];
    }

    private @Nullable Mark maybeMark(int oneOf) {
        return chance(oneOf) ? mark() : null;
    }

    private Member member(Shape shape, Type type) {
        List<String> annotations = new ArrayList<>();
        if (feature(Feature.RENAMED, 3) && shape.kind != Kind.ONE_VALUE) {
            annotations.add("@JsonProperty(\"other-" + count++ + "\")");
        }
        boolean hidden = shape.kind == Kind.RECORD && chance(12);
        if (hidden) {
            annotations.add("@JsonIgnore");
        }
        if (chance(10) && type instanceof Of of && of.scalar() == Scalar.INT) {
            annotations.add("@JsonFormat(shape = JsonFormat.Shape.STRING)");
        }
        return new Member(name(), type, maybeMark(3), annotations, hidden);
    }

    private Type type(Shape within, int depth) {
        if (depth == 0 || chance(2)) {
            return scalar();
        }
        if (feature(Feature.ANY_OBJECT, 4)) {
            return new Anything();
        }
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Many("List", boxed(type(within, depth - 1)), maybeMark(3));
            case 2 -> new Many(chance(2) ? "Collection" : "Iterable", boxed(type(within, depth - 1)), maybeMark(3));
            case 3 -> new Many("Optional", boxed(type(within, depth - 1)), maybeMark(3));
            case 4 ->
                depth == 3 && feature(Feature.KEYS, 1)
                        ? new Keyed(boxed(scalar()), mark(), maybeMark(3))
                        : new Keyed(boxed(type(within, depth - 1)), null, maybeMark(3));
            case 5 -> new Array(boxed(noContainer(type(within, depth - 1))));
            default -> to(depth);
        };
    }

    private Type scalar() {
        return new Of(Scalar.values()[random.nextInt(Scalar.values().length)]);
    }

    /** Arrays of generic types need no warning here. */
    private Type noContainer(Type type) {
        boolean generic =
                type instanceof Many || type instanceof Keyed || type instanceof To to && to.argument() != null;
        return generic ? new Of(Scalar.TEXT) : type;
    }

    private Type boxed(Type type) {
        boolean primitive = type instanceof Of of && (of.scalar() == Scalar.INT || of.scalar() == Scalar.DOUBLE);
        return primitive ? new Of(Scalar.LONG) : type;
    }

    private Type to(int depth) {
        if (shapes.isEmpty()) {
            return scalar();
        }
        Shape shape = shapes.get(random.nextInt(shapes.size()));
        boolean generic = shape.kind == Kind.GENERIC;
        return new To(shape, generic ? boxed(type(shape, depth - 1)) : null, generic ? maybeMark(6) : null);
    }

    // Sources

    String source(Shape shape) {
        String header = shape.annotations.stream().map(each -> each + "\n").collect(Collectors.joining())
                + (shape.mark == null ? "" : shape.mark.source + "\n");
        String body = switch (shape.kind) {
            case RECORD -> "public record " + shape.name + components(shape) + implementing(shape) + " {}\n";
            case GENERIC -> "public record " + shape.name + "<T>" + components(shape) + " {}\n";
            case ONE_VALUE -> oneValue(shape);
            case SEALED ->
                "public sealed interface " + shape.name + " permits "
                        + shape.subtypes.stream().map(sub -> sub.name).collect(Collectors.joining(", "))
                        + " {}\n";
            case OPEN -> "public interface " + shape.name + " {}\n";
            case FIELDS, GETTERS, BASE -> bean(shape);
        };
        return IMPORTS.formatted(packageName) + header + body;
    }

    private static final String IMPORTS = """
            package %s;
            import com.fasterxml.jackson.annotation.*;
            import io.maskwire.policy.*;
            import java.math.BigDecimal;
            import java.time.LocalDate;
            import java.util.*;
            """;

    private static String implementing(Shape shape) {
        return shape.extended == null ? "" : " implements " + shape.extended.name;
    }

    private static String components(Shape shape) {
        return shape.members.stream()
                .map(member -> annotations(member) + source(member.type()) + " " + member.name())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String annotations(Member member) {
        return member.annotations().stream().map(each -> each + " ").collect(Collectors.joining())
                + (member.mark() == null ? "" : member.mark().source + " ");
    }

    private static String oneValue(Shape shape) {
        Member member = shape.members.get(0);
        return "public record %s(%s%s %s) { @JsonValue public %s %s() { return %s; } }%n"
                .formatted(
                        shape.name,
                        annotations(member),
                        source(member.type()),
                        member.name(),
                        source(member.type()),
                        member.name(),
                        member.name());
    }

    private static String bean(Shape shape) {
        boolean fields = shape.kind == Kind.FIELDS;
        StringBuilder body = new StringBuilder();
        StringBuilder assignments = new StringBuilder();
        List<Member> inherited = shape.extended == null ? List.of() : shape.extended.allMembers();
        assignments.append(inherited.stream().map(Member::name).collect(Collectors.joining(", ", "super(", "); ")));
        for (Member member : shape.members) {
            String type = source(member.type());
            // As some write it on the field and others on the getter.
            boolean onGetter = !fields && member.name().hashCode() % 2 == 0;
            body.append("%s%s %s %s;%n"
                    .formatted(
                            onGetter ? "" : annotations(member), fields ? "public" : "private", type, member.name()));
            if (!fields) {
                body.append("%spublic %s get%s() { return %s; }%n"
                        .formatted(onGetter ? annotations(member) : "", type, capital(member.name()), member.name()));
            }
            assignments.append("this.%s = %s; ".formatted(member.name(), member.name()));
        }
        String parameters = shape.allMembers().stream()
                .map(member -> source(member.type()) + " " + member.name())
                .collect(Collectors.joining(", "));
        String parent = shape.extended == null ? "" : " extends " + shape.extended.name;
        return "public class %s%s {%n%spublic %s(%s) { %s}%n}%n"
                .formatted(shape.name, parent, body, shape.name, parameters, assignments);
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String mark(@Nullable Mark mark) {
        return mark == null ? "" : mark.source + " ";
    }

    private static String source(Type type) {
        if (type instanceof Of of) {
            return of.scalar().source;
        } else if (type instanceof Many many) {
            return many.container() + "<" + mark(many.mark()) + source(many.contents()) + ">";
        } else if (type instanceof Keyed keyed) {
            return "Map<" + mark(keyed.keys()) + "String, " + mark(keyed.values()) + source(keyed.contents()) + ">";
        } else if (type instanceof Array array) {
            return source(array.contents()) + "[]";
        } else if (type instanceof To to) {
            return to.shape().name + (to.argument() == null ? "" : "<" + mark(to.mark()) + source(to.argument()) + ">");
        }
        return type instanceof Parameter ? "T" : "Object";
    }
}
