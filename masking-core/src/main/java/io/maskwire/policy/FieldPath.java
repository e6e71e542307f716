package io.maskwire.policy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a value sits in JSON: a subset of JSONPath (RFC 9535).
 *
 * <table>
 * <caption>What a path may hold</caption>
 * <tr><td>{@code $.a.b}</td><td>a member of a member</td></tr>
 * <tr><td>{@code $['odd name']}</td><td>the same for any name; {@code \'} and {@code \\} inside</td></tr>
 * <tr><td>{@code $.cards[*].number}, {@code $.*}</td><td>every element of an array or member of an object</td></tr>
 * <tr><td>{@code $..ssn}</td><td>at any depth</td></tr>
 * <tr><td>{@code $..*password*}</td><td>by a part of the name; {@code *} stands for any characters</td></tr>
 * </table>
 *
 * <p>Names compare by ASCII case-fold ignoring {@code _} and {@code -}, so {@code $.cardNumber} selects
 * {@code card_number} too; {@link #exact} turns that off. Indexes, slices and filters are refused. At most 32 segments
 * and 1,024 characters. A path that selects an object or an array selects every value in it.
 *
 * <p>Immutable; equal if written with the same names.
 */
public final class FieldPath {

    /** A place in a document, seen from a value upwards. The root has no parent. */
    public interface Location {

        /** The object or array this value is in; null for the root. */
        @Nullable
        Location parent();

        /** The member's name; null for an element of an array and for the root. */
        @Nullable
        String name();
    }

    /**
     * One step of a path.
     *
     * @param kind what it leads to
     * @param name the name or pattern, folded unless {@code exact}; empty for {@link Kind#ANY}
     * @param exact whether names must be equal to the letter
     * @param descendant whether it may be at any depth
     */
    public record Step(Kind kind, String name, boolean exact, boolean descendant) {

        /** What a step leads to. */
        public enum Kind {
            /** A member of one name. */
            NAME,
            /** The members whose names match a pattern. */
            PATTERN,
            /** Every member and every element. */
            ANY
        }

        /** Whether the step leads to a member of this name. */
        public boolean matches(String other) {
            return switch (kind) {
                case ANY -> true;
                case NAME -> exact ? name.equals(other) : FoldedName.equals(name, other);
                case PATTERN -> Glob.matches(name, exact ? other : FoldedName.of(other));
            };
        }
    }

    private final List<PathSegment> segments;
    private final boolean exact;

    private FieldPath(List<PathSegment> segments, boolean exact) {
        this.segments = segments;
        this.exact = exact;
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException with the position, counted from 1, of what can't be read
     */
    public static FieldPath parse(String text) {
        return new FieldPath(new FieldPathParser(text).segments(), false);
    }

    /** The same path with names that must be equal to the letter. */
    public FieldPath exact() {
        return new FieldPath(segments, true);
    }

    /** True if this path selects exactly the value at this place (not one inside it). Never allocates by depth. */
    public boolean selects(Location place) {
        // Bit i: the segments from i on match what lies between here and the value.
        long open = 1L << segments.size();
        Location here = place;
        for (Location above = here.parent(); above != null; above = here.parent()) {
            open = upwards(open, here.name());
            if (open == 0) {
                return false;
            }
            here = above;
        }
        return (open & 1) != 0;
    }

    private long upwards(long open, @Nullable String name) {
        long next = 0;
        for (int i = 0; i < segments.size(); i++) {
            boolean before = (open & 1L << (i + 1)) != 0;
            if (before && segments.get(i).matches(name, exact)) {
                next |= 1L << i;
            }
            // A descendant segment that has matched lets any place above it pass.
            if ((open & 1L << i) != 0 && segments.get(i).descendant()) {
                next |= 1L << i;
            }
        }
        return next;
    }

    /** True if a member of this name, or for null an element, could be what this path selects. */
    public boolean mayEndWith(@Nullable String name) {
        return !segments.isEmpty() && segments.get(segments.size() - 1).matches(name, exact);
    }

    /**
     * True if this path may select a member of this name or something in it, wherever the member is: the last step that
     * says a name says this one, or no step says any. For text, where a name is seen and its path isn't.
     */
    public boolean mayLeadTo(String name) {
        PathSegment last = lastNamed();
        return last == null || last.matches(name, exact);
    }

    /** The one name, as names compare, that {@link #mayLeadTo} can be true for; empty if there may be several. */
    public Optional<String> onlyName() {
        return lastNamed() instanceof PathSegment.Name last
                ? Optional.of(FoldedName.of(last.example()))
                : Optional.empty();
    }

    private @Nullable PathSegment lastNamed() {
        for (int i = segments.size() - 1; i >= 0; i--) {
            if (!(segments.get(i) instanceof PathSegment.Any)) {
                return segments.get(i);
            }
        }
        return null;
    }

    /** True if the first step leads to one named member of the root. */
    boolean isAbsolute() {
        return !segments.isEmpty() && segments.get(0) instanceof PathSegment.Name first && !first.descendant();
    }

    /** A place this path selects, with as little around it as possible. */
    Location example() {
        Example here = new Example(null, null);
        for (PathSegment segment : segments) {
            here = new Example(here, segment.example());
        }
        return here;
    }

    private record Example(
            @Nullable Location parent, @Nullable String name) implements Location {}

    /** The steps, for adapters that compile many paths into one. */
    public List<Step> steps() {
        return segments.stream().map(segment -> segment.step(exact)).toList();
    }

    /** A name as paths compare it unless they are exact: ASCII letters in lower case, without {@code _} and {@code -}. */
    public static String fold(String name) {
        return FoldedName.of(name);
    }

    /** True for {@code $} alone. */
    public boolean isRoot() {
        return segments.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldPath path && exact == path.exact && segments.equals(path.segments);
    }

    @Override
    public int hashCode() {
        return segments.hashCode() + (exact ? 1 : 0);
    }

    /** The path in its shortest form. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("$");
        segments.forEach(text::append);
        return exact ? text + " (exact)" : text.toString();
    }
}
