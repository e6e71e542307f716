package io.maskwire.jackson.scope;

import io.maskwire.policy.FieldPath;
import io.maskwire.spi.PathRules;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is guarded while an object of one class is read, by the names in the document. A name too many does no harm: what
 * Jackson doesn't read is not refused.
 */
public final class ReadPlan {

    private final Map<String, Guard> byName;
    private final Map<String, Guard> byFoldedName = new HashMap<>();
    private final Set<String> known;
    private final @Nullable Guard others;
    private final @Nullable Guard type;
    private final @Nullable Guard whole;
    private final boolean atAnyDepth;
    private final PathRules paths;

    private ReadPlan(Builder builder) {
        this.byName = Map.copyOf(builder.byName);
        byName.forEach((name, guard) -> byFoldedName.merge(folded(name), guard, Guard::both));
        this.known = Set.copyOf(builder.known);
        this.others = builder.others;
        this.type = builder.type;
        this.whole = builder.whole;
        this.atAnyDepth = builder.atAnyDepth;
        this.paths = builder.paths;
    }

    /** Begins an empty plan. */
    public static Builder builder(PathRules paths) {
        return new Builder(paths);
    }

    /** A plan that guards nothing of its own. */
    public static ReadPlan nothing(PathRules paths) {
        return new ReadPlan(builder(paths));
    }

    /** Mappers may be told to ignore the case of names. */
    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** What holds for the member of a name; null if nothing. */
    public @Nullable Guard of(String name, FieldPath.Location place) {
        return Guard.both(type, Guard.both(named(name), byPath(name, place)));
    }

    /** True if a class knows a name, or may in another case. */
    public boolean knows(String name) {
        return known.contains(name) || byFoldedName.containsKey(folded(name));
    }

    /** True if something holds for the member of a name, or may hold by its place. */
    public boolean guards(String name) {
        return type != null || named(name) != null || paths.mayEndWith(name);
    }

    /** The same with other names, as unwrapping gives them. */
    public ReadPlan renamed(UnaryOperator<String> names) {
        Builder renamed = new Builder(paths).type(type).whole(whole).others(others);
        known.forEach(name -> renamed.name(names.apply(name), byName.get(name)));
        renamed.atAnyDepth = atAnyDepth;
        return new ReadPlan(renamed);
    }

    private @Nullable Guard named(String name) {
        Guard exact = byName.get(name);
        if (exact != null || known.contains(name)) {
            return exact;
        }
        Guard folded = byFoldedName.get(folded(name));
        return folded == null ? others : folded;
    }

    private @Nullable Guard byPath(String name, FieldPath.Location place) {
        var selected = paths.mayEndWith(name) ? paths.at(place) : null;
        return selected == null || selected.isExemption() ? null : new Guard(selected, null);
    }

    /** What holds for all values of the class. */
    public @Nullable Guard type() {
        return type;
    }

    /** What holds where nobody can tell which member a value belongs to. */
    public @Nullable Guard whole() {
        return whole;
    }

    /** True if names count wherever they stand in the value. */
    public boolean atAnyDepth() {
        return atAnyDepth;
    }

    /** Collects what is guarded. */
    public static final class Builder {

        private final PathRules paths;
        private final Map<String, Guard> byName = new HashMap<>();
        private final Set<String> known = new HashSet<>();
        private @Nullable Guard others;
        private @Nullable Guard type;
        private @Nullable Guard whole;
        private boolean atAnyDepth;
        private boolean endsAPath;

        private Builder(PathRules paths) {
            this.paths = paths;
        }

        /** A name Jackson knows, and what holds for it. */
        public Builder name(String name, @Nullable Guard guard) {
            known.add(name);
            endsAPath |= paths.mayEndWith(name);
            if (guard != null) {
                byName.merge(name, guard, Guard::both);
            }
            return this;
        }

        /** For every name that isn't known. */
        public Builder others(@Nullable Guard guard) {
            others = Guard.both(others, guard);
            return this;
        }

        /** For every value of the class. */
        public Builder type(@Nullable Guard guard) {
            type = guard;
            return this;
        }

        /** Where nobody can tell which member a value belongs to. */
        public Builder whole(@Nullable Guard guard) {
            whole = guard;
            return this;
        }

        /** Names count wherever they stand in the value. */
        public Builder atAnyDepth() {
            atAnyDepth = true;
            return this;
        }

        /** The plan; null if nothing is guarded. */
        public @Nullable ReadPlan build() {
            boolean nothing = byName.isEmpty() && others == null && type == null && whole == null && !endsAPath;
            return nothing ? null : new ReadPlan(this);
        }
    }
}
