package io.maskwire.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which path or data class gets which mask for which audience. Immutable and safe for use by many threads.
 *
 * <p><b>How a value finds its mask.</b> Its classes are collected from annotations and from every path that selects it.
 * For each class the audience's grant decides, else the mask on the place, else the class's mask. If the classes then
 * disagree, the value is erased. Several roles of one audience: clear wins, two different masks fall back to the
 * class's own. A service and a role together see in clear only what both may. An audience or a class the policy doesn't
 * know gets the erase marker.
 */
public final class MaskingPolicy {

    private final Map<String, Mask> classes;
    private final List<FieldRule> fields;
    private final Map<Audience.Member, Map<String, Mask>> grants;
    private final Map<String, Set<Audience.Member>> only;
    private final Set<String> openEdges;
    private final Unclassified unclassified;

    private MaskingPolicy(Builder builder) {
        this.classes = Collections.unmodifiableMap(new TreeMap<>(builder.classes));
        this.fields = List.copyOf(builder.fields.values());
        this.grants = Map.copyOf(builder.grants);
        this.only = Map.copyOf(builder.only);
        this.openEdges = Set.copyOf(builder.openEdges);
        this.unclassified = builder.unclassified;
    }

    /** Begins an empty policy: nothing is classified, nobody is granted anything. */
    public static Builder builder() {
        return new Builder();
    }

    /** The names of the data classes, sorted. */
    public Set<String> dataClasses() {
        return classes.keySet();
    }

    /** The rules by path, in the order they were given. */
    public List<FieldRule> fields() {
        return fields;
    }

    /** What happens to values nothing is said about. */
    public Unclassified unclassified() {
        return unclassified;
    }

    /** True if nothing in this policy can change a value that carries no annotation. */
    public boolean isEmpty() {
        return fields.isEmpty() && unclassified == Unclassified.PASS;
    }

    /** True if some mask needs a key. */
    public boolean needsKeys() {
        return classes.values().stream().anyMatch(BoundMasks::isKeyed)
                || fields.stream()
                        .flatMap(rule -> rule.classification().parts().stream())
                        .anyMatch(part -> part.mask() != null && BoundMasks.isKeyed(part.mask()))
                || grants.values().stream().flatMap(m -> m.values().stream()).anyMatch(BoundMasks::isKeyed);
    }

    /**
     * The members of an audience this policy knows, or {@link Audience#unknown}. Its text is safe to log: every name in
     * it was written by the policy's author.
     */
    public Audience known(Audience audience) {
        if (audience.members().size() == 1) {
            return knows(audience.members().get(0)) ? audience : Audience.unknown();
        }
        List<Audience.Member> known = new ArrayList<>();
        boolean unknownRole = false;
        for (Audience.Member member : audience.members()) {
            if (knows(member)) {
                known.add(member);
            } else if (member.kind() != Audience.Kind.ROLE) {
                return Audience.unknown();
            } else {
                unknownRole = true;
            }
        }
        // A service that calls for a person without any known role must not count as the service alone.
        boolean personUnknown = unknownRole && known.stream().noneMatch(m -> m.kind() == Audience.Kind.ROLE);
        return personUnknown || known.isEmpty() ? Audience.unknown() : Audience.of(known);
    }

    private boolean knows(Audience.Member member) {
        return switch (member.kind()) {
            case ANONYMOUS, LOG, TRACE -> true;
            case UNKNOWN -> false;
            case SERVICE -> grants.containsKey(member) || openEdges.contains(member.edge());
            case ROLE, TOPIC, EXTERNAL -> grants.containsKey(member);
        };
    }

    /** How values of a classification look to an audience. */
    public Resolution resolve(Classification classification, Audience audience) {
        return new Resolver(classes, grants).resolve(classification, known(audience));
    }

    /** How a value nothing is said about looks: to everybody the same. */
    public Resolution resolveUnclassified() {
        Mask mask = unclassified == Unclassified.MASK ? Masks.erase() : Masks.clear();
        return new Resolution(mask, "-", Resolution.Reason.UNCLASSIFIED);
    }

    /** What this policy says, class by class, for people and tools. */
    public Inventory inventory() {
        return Inventory.of(classes, only, fields, grants);
    }

    /** What is allowed in this policy and probably not meant; the worst first. */
    public List<Finding> lint() {
        return new PolicyLint(this, classes, fields, grants).findings();
    }

    /**
     * The whole policy as text in one fixed form: two policies that say the same have the same text, in whatever order
     * they were built. A mask that is a bare lambda prints as {@code custom}; give it a name with {@link Masks#named}.
     */
    public String canonical() {
        return new CanonicalPolicy(classes, only, fields, grants, openEdges, unclassified).text();
    }

    /**
     * A digest of what some data classes mean here: two ends of an edge that have the same one mask them alike. It covers
     * the token format, the classes' definitions and the key check values, and tells nothing about a key.
     *
     * @param dataClasses the edge's classes
     * @param checkValues the key ring's check values by key name; empty without keys
     * @return {@code sha256:} and 64 hex digits
     * @throws IllegalArgumentException if the policy doesn't know a class
     */
    public String edgeDigest(Set<String> dataClasses, Map<String, String> checkValues) {
        dataClasses.forEach(name -> {
            if (!classes.containsKey(name)) {
                throw new IllegalArgumentException("Unknown class \"" + name + "\"; known are " + classes.keySet());
            }
        });
        return EdgeDigest.of(classes, new TreeSet<>(dataClasses), new TreeMap<>(checkValues));
    }

    /** Prints classes and rules; holds no value. */
    @Override
    public String toString() {
        return "MaskingPolicy[classes=" + classes + ", fields=" + fields + ", audiences="
                + grants.keySet().stream().map(Object::toString).sorted().toList() + ", unclassified=" + unclassified
                + "]";
    }

    /** Builds a policy; refuses a contradiction at the call that makes it. Not thread-safe. */
    public static final class Builder {

        private final Map<String, Mask> classes = new HashMap<>();
        private final Map<String, Set<Audience.Member>> only = new HashMap<>();
        private final Map<FieldPath, FieldRule> fields = new LinkedHashMap<>();
        private final Map<Audience.Member, Map<String, Mask>> grants = new HashMap<>();
        private final Set<String> openEdges = new LinkedHashSet<>();
        private Unclassified unclassified = Unclassified.PASS;

        private Builder() {}

        /** Adds a data class and how it looks to everybody without a grant. */
        public Builder dataClass(String name, Mask mask) {
            Classification checked = Classification.ofClass(name, mask);
            Mask bound = Objects.requireNonNull(checked.parts().get(0).mask());
            Mask before = classes.putIfAbsent(name, bound);
            if (before != null) {
                throw new IllegalArgumentException(
                        "The class " + name + " already has the mask " + before + "; remove one of the two");
            }
            return this;
        }

        /** Limits who may ever be granted a data class in clear. */
        public Builder only(String dataClass, Audience... audiences) {
            checkKnown(dataClass, "only(\"" + dataClass + "\", …)");
            only.put(
                    dataClass,
                    Arrays.stream(audiences)
                            .flatMap(a -> a.members().stream())
                            .map(Audience.Member::anywhere)
                            .collect(Collectors.toSet()));
            return this;
        }

        /** Puts a data class on the values a path selects. */
        public Builder field(String path, String dataClass) {
            checkKnown(dataClass, path);
            return field(FieldPath.parse(path), Classification.ofClass(dataClass));
        }

        /** Puts a mask on the values a path selects; they can never be granted in clear. */
        public Builder field(String path, Mask mask) {
            return field(
                    FieldPath.parse(path),
                    mask == Masks.clear() ? Classification.exempt() : Classification.ofMask(mask));
        }

        /** Puts a classification on the values a path selects. */
        public Builder field(FieldPath path, Classification classification) {
            FieldRule before = fields.putIfAbsent(path, new FieldRule(path, classification));
            if (before != null) {
                throw new IllegalArgumentException(
                        path + " already has " + before.classification() + "; remove one of the two rules");
            }
            return this;
        }

        /** Makes an audience known, and says what it sees otherwise than the classes say. */
        public Builder audience(Audience audience, Consumer<Grant> grants) {
            if (audience.members().size() != 1) {
                throw new IllegalArgumentException("Grant to one audience at a time, not to " + audience);
            }
            Grant grant = new Grant(audience);
            grants.accept(grant);
            Audience.Member member = audience.members().get(0);
            grant.masks().forEach((dataClass, mask) -> checkGrant(member, dataClass, mask));
            if (this.grants.putIfAbsent(member, Map.copyOf(grant.masks())) != null) {
                throw new IllegalArgumentException(audience + " was granted before; say all in one place");
            }
            return this;
        }

        /** Makes every authenticated service known at one end of an edge, such as {@code serves.https}. */
        public Builder anyService(String edge) {
            openEdges.add(Objects.requireNonNull(edge, "edge"));
            return this;
        }

        /** Says what happens to values nothing is said about. */
        public Builder unclassified(Unclassified what) {
            this.unclassified = Objects.requireNonNull(what, "what");
            return this;
        }

        /** Returns the policy. */
        public MaskingPolicy build() {
            return new MaskingPolicy(this);
        }

        private void checkGrant(Audience.Member member, String dataClass, Mask mask) {
            checkKnown(dataClass, member.toString());
            @Nullable Set<Audience.Member> allowed = only.get(dataClass);
            if (mask == Masks.clear() && allowed != null && !allowed.contains(member.anywhere())) {
                throw new IllegalArgumentException(member + " may not see " + dataClass
                        + " in clear: the class is only for "
                        + allowed.stream().map(Object::toString).sorted().toList());
            }
        }

        private void checkKnown(String dataClass, String where) {
            if (!classes.containsKey(dataClass)) {
                throw new IllegalArgumentException("Unknown class \"" + dataClass + "\" at " + where + "; known are "
                        + classes.keySet().stream().sorted().toList() + "; add it with dataClass(…) first");
            }
        }
    }
}
