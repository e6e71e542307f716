package io.maskwire.policy;

import io.maskwire.policy.FieldPath.Step;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One step of a path; {@code descendant} if it may be at any depth. */
sealed interface PathSegment {

    boolean descendant();

    /** A name this step leads to. */
    String example();

    /** Whether the step leads to a member of this name, or for null to an element. */
    boolean matches(@Nullable String name, boolean exact);

    Step step(boolean exact);

    /** {@code .name} or {@code ['name']}. */
    final class Name implements PathSegment {
        private final String name;
        private final String folded;
        private final boolean descendant;

        Name(String name, boolean descendant) {
            this.name = name;
            this.folded = FoldedName.of(name);
            this.descendant = descendant;
        }

        @Override
        public boolean descendant() {
            return descendant;
        }

        @Override
        public boolean matches(@Nullable String other, boolean exact) {
            return other != null && (exact ? name.equals(other) : FoldedName.equals(folded, other));
        }

        @Override
        public String example() {
            return name;
        }

        @Override
        public Step step(boolean exact) {
            return new Step(Step.Kind.NAME, exact ? name : folded, exact, descendant);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Name that && descendant == that.descendant && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, descendant);
        }

        @Override
        public String toString() {
            boolean plain = !name.isEmpty() && name.codePoints().allMatch(FieldPathParser::isNamePart);
            String quoted = "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
            return (descendant ? ".." : plain ? "." : "") + (plain ? name : quoted);
        }
    }

    /** A name with {@code *} in it for any characters, such as {@code *password*}. */
    record Pattern(String glob, boolean descendant) implements PathSegment {

        @Override
        public boolean matches(@Nullable String name, boolean exact) {
            if (name == null) {
                return false;
            }
            return exact ? Glob.matches(glob, name) : Glob.matches(FoldedName.of(glob), FoldedName.of(name));
        }

        @Override
        public String example() {
            return glob.replace("*", "");
        }

        @Override
        public Step step(boolean exact) {
            return new Step(Step.Kind.PATTERN, exact ? glob : FoldedName.of(glob), exact, descendant);
        }

        @Override
        public String toString() {
            return (descendant ? ".." : ".") + glob;
        }
    }

    /** {@code .*} or {@code [*]}. */
    record Any(boolean descendant) implements PathSegment {

        @Override
        public boolean matches(@Nullable String name, boolean exact) {
            return true;
        }

        @Override
        public String example() {
            return "any";
        }

        @Override
        public Step step(boolean exact) {
            return new Step(Step.Kind.ANY, "", exact, descendant);
        }

        @Override
        public String toString() {
            return descendant ? "..*" : "[*]";
        }
    }
}
