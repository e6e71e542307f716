package io.maskwire.jackson;

import io.maskwire.policy.Classification;
import io.maskwire.policy.Masks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A class that {@link Shapes} writes and fills. */
final class Shape {

    /** How the class is written. */
    enum Kind {
        RECORD,
        FIELDS,
        GETTERS,
        /** A record with one type parameter. */
        GENERIC,
        /** A sealed interface with records. */
        SEALED,
        /** An interface that anything may implement, with records. */
        OPEN,
        /** A class that another one extends. */
        BASE,
        /** A class that stands for its only member. */
        ONE_VALUE
    }

    /** What annotations say about a place. */
    enum Mark {
        FIRST("@Sensitive(\"first\")", () -> Classification.ofClass("first")),
        SECOND("@Sensitive(\"second\")", () -> Classification.ofClass("second")),
        THIRD("@Sensitive(\"third\")", () -> Classification.ofClass("third")),
        ERASED("@Erase", () -> Classification.ofMask(Masks.erase())),
        OWN(
                "@Redact(keepLast = 2, dataClass = \"first\")",
                () -> Classification.ofClass("first", Masks.redact().keepLast(2)));

        final String source;
        final Classification classification;

        Mark(String source, Supplier<Classification> classification) {
            this.source = source;
            this.classification = classification.get();
        }
    }

    /** The values a type has without others inside. */
    enum Scalar {
        TEXT("String"),
        INT("int"),
        LONG("Long"),
        DOUBLE("double"),
        DECIMAL("BigDecimal"),
        CHARS("char[]"),
        BYTES("byte[]"),
        ID("UUID"),
        DATE("LocalDate");

        final String source;

        Scalar(String source) {
            this.source = source;
        }
    }

    /** A type as a member declares it. */
    sealed interface Type {}

    record Of(Scalar scalar) implements Type {}

    /** A container of the JDK. */
    record Many(String container, Type contents, @Nullable Mark mark) implements Type {}

    record Keyed(
            Type contents, @Nullable Mark keys, @Nullable Mark values) implements Type {}

    record Array(Type contents) implements Type {}

    /** Another class; of a generic one with what its parameter is. */
    record To(
            Shape shape, @Nullable Type argument, @Nullable Mark mark) implements Type {}

    /** The parameter of the class around. */
    record Parameter() implements Type {}

    /** Whatever it is at run time. */
    record Anything() implements Type {}

    /** A property. */
    record Member(String name, Type type, @Nullable Mark mark, List<String> annotations, boolean hidden) {}

    final String name;
    final Kind kind;
    final @Nullable Mark mark;
    final List<String> annotations = new ArrayList<>();
    final List<Member> members = new ArrayList<>();
    final List<Shape> subtypes = new ArrayList<>();

    @Nullable
    Shape extended;

    Shape(String name, Kind kind, @Nullable Mark mark) {
        this.name = name;
        this.kind = kind;
        this.mark = mark;
    }

    List<Member> allMembers() {
        List<Member> all = new ArrayList<>();
        if (extended != null) {
            all.addAll(extended.allMembers());
        }
        all.addAll(members);
        return all;
    }
}
