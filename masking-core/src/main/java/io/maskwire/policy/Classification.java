package io.maskwire.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the value at one place: its data classes, and masks put directly on it.
 *
 * <p>Immutable; equal by its parts. Holds no value.
 */
public final class Classification {

    /** One statement about a place; a part without a class can never be granted in clear. */
    record Part(@Nullable String dataClass, @Nullable Mask mask) {

        boolean isExemption() {
            return dataClass == null && mask == Masks.clear();
        }

        @Override
        public String toString() {
            return dataClass == null ? String.valueOf(mask) : mask == null ? dataClass : dataClass + " " + mask;
        }
    }

    private final List<Part> parts;
    // Asked for at each classified value, and at each document.
    private final int hash;
    private final String names;

    private Classification(List<Part> parts) {
        this.parts = parts;
        this.hash = parts.hashCode();
        this.names = parts.stream()
                .map(part -> part.dataClass() == null ? "-" : part.dataClass())
                .distinct()
                .sorted()
                .collect(Collectors.joining("+"));
    }

    private static Classification of(Part part) {
        return new Classification(List.of(part));
    }

    /** A value of a data class, masked as the policy says. */
    public static Classification ofClass(String dataClass) {
        return of(new Part(named(dataClass), null));
    }

    /**
     * A value of a data class with a mask of its own, used where the audience has no grant for the class.
     *
     * @throws IllegalArgumentException if the mask is clear, or other than erase for {@link
     *     MaskingPolicy#SENSITIVE_AUTHENTICATION_DATA}
     */
    public static Classification ofClass(String dataClass, Mask mask) {
        return of(new Part(
                named(dataClass),
                BoundMasks.inClass(AuthenticationData.checked(dataClass, notClear(mask)), dataClass)));
    }

    /** A value without a data class; it can never be granted in clear. */
    public static Classification ofMask(Mask mask) {
        return of(new Part(null, BoundMasks.withoutClass(notClear(mask))));
    }

    /** A value that {@code unclassified: mask} leaves alone. */
    public static Classification exempt() {
        return of(new Part(null, Masks.clear()));
    }

    private static String named(String dataClass) {
        if (dataClass.isBlank()) {
            throw new IllegalArgumentException("A data class needs a name");
        }
        return dataClass;
    }

    private static Mask notClear(Mask mask) {
        Objects.requireNonNull(mask, "mask");
        if (mask == Masks.clear()) {
            throw new IllegalArgumentException("clear is granted to an audience; it is no mask of a classified value");
        }
        return mask;
    }

    /** All that either says. */
    public Classification and(@Nullable Classification other) {
        if (other == null || equals(other)) {
            return this;
        }
        LinkedHashSet<Part> all = new LinkedHashSet<>(parts);
        all.addAll(other.parts);
        // It says less than anything beside it, and the two are not equal.
        all.removeIf(Part::isExemption);
        return new Classification(Collections.unmodifiableList(new ArrayList<>(all)));
    }

    /** Both, where either may be missing. */
    public static @Nullable Classification both(@Nullable Classification one, @Nullable Classification other) {
        return one == null ? other : one.and(other);
    }

    /** The data classes it names. */
    public Set<String> dataClasses() {
        return parts.stream()
                .flatMap(part -> Stream.ofNullable(part.dataClass()))
                .collect(Collectors.toSet());
    }

    /** True if each thing it says names a data class: only then can it be granted in clear. */
    public boolean canBeGranted() {
        return parts.stream().allMatch(part -> part.dataClass() != null);
    }

    /** The classes joined by {@code +}, sorted; {@code -} for a part without one. */
    String names() {
        return names;
    }

    List<Part> parts() {
        return parts;
    }

    /** True if this says nothing but that the value stays. */
    public boolean isExemption() {
        return parts.stream().allMatch(Part::isExemption);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Classification classification
                        && hash == classification.hash
                        && parts.equals(classification.parts);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return parts.toString();
    }
}
