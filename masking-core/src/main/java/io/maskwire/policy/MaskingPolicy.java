package io.maskwire.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /**
     * The name of the built-in class for CVV, PIN and track data, known without declaring it: {@value}. It is erased for
     * everybody; any other mask, and a grant in clear, is refused (PCI DSS 4.0.1, requirement 3.3).
     */
    public static final String SENSITIVE_AUTHENTICATION_DATA = AuthenticationData.CLASS;

    private final Map<String, Mask> classes;
    private final List<FieldRule> fields;
    private final List<FieldRule> mapKeys;
    private final Set<FieldPath> embedded;
    private final Map<Audience.Member, Map<String, Mask>> grants;
    private final Map<Audience.Member, Set<String>> reveals;
    private final RevealRules revealRules;
    private final Map<String, Set<Audience.Member>> only;
    private final Set<String> openEdges;
    private final Unclassified unclassified;
    private final Resolution ofUnclassified;
    private final WriteBack writeBack;
    private final Resolver resolver;

    private MaskingPolicy(Builder builder) {
        this.classes = Collections.unmodifiableMap(new TreeMap<>(builder.classes));
        this.fields = List.copyOf(builder.fields.values());
        this.mapKeys = List.copyOf(builder.mapKeys.values());
        this.embedded = Collections.unmodifiableSet(new LinkedHashSet<>(builder.embedded));
        this.grants = Map.copyOf(builder.grants);
        this.reveals = Map.copyOf(builder.reveals);
        this.revealRules = new RevealRules(classes, rules().toList(), grants, reveals);
        this.only = Map.copyOf(builder.only);
        this.openEdges = Set.copyOf(builder.openEdges);
        this.unclassified = builder.unclassified;
        Mask mask = unclassified == Unclassified.MASK ? Masks.erase() : Masks.clear();
        this.ofUnclassified = new Resolution(mask, "-", Resolution.Reason.UNCLASSIFIED);
        this.writeBack = builder.writeBack;
        this.resolver = new Resolver(classes, grants);
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

    /** The rules for the names in objects that are maps, in the order they were given. */
    public List<FieldRule> mapKeys() {
        return mapKeys;
    }

    /** The paths whose strings hold JSON, in the order they were given. */
    public Set<FieldPath> embedded() {
        return embedded;
    }

    /** Those for values and those for names. */
    private Stream<FieldRule> rules() {
        return Stream.concat(fields.stream(), mapKeys.stream());
    }

    /**
     * The same policy with more rules by path, such as those of a type's annotations. Where a path has a rule already, both
     * hold.
     */
    public MaskingPolicy with(Collection<FieldRule> more) {
        Builder builder = new Builder();
        builder.classes.putAll(classes);
        builder.only.putAll(only);
        builder.grants.putAll(grants);
        builder.reveals.putAll(reveals);
        builder.openEdges.addAll(openEdges);
        builder.unclassified = unclassified;
        builder.writeBack = writeBack;
        Stream.concat(fields.stream(), more.stream())
                .forEach(rule -> builder.fields.merge(rule.path(), rule, FieldRule::and));
        mapKeys.forEach(rule -> builder.mapKeys.put(rule.path(), rule));
        builder.embedded.addAll(embedded);
        return builder.build();
    }

    /** What happens to values nothing is said about. */
    public Unclassified unclassified() {
        return unclassified;
    }

    /** What happens to a masked value that comes back in a request. */
    public WriteBack writeBack() {
        return writeBack;
    }

    /**
     * Every mask that values of a classification are shown with to anybody, as one that comes back may have been. {@link
     * Masks#clear} is left out.
     *
     * @param keyedOnly true for those alone that make what nobody without the key can make
     */
    public Set<Mask> shown(Classification classification, boolean keyedOnly) {
        return resolver.shown(classification)
                .filter(mask -> !keyedOnly || BoundMasks.isKeyed(mask))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** True if nothing in this policy can change a value that carries no annotation. */
    public boolean isEmpty() {
        return fields.isEmpty() && mapKeys.isEmpty() && embedded.isEmpty() && unclassified == Unclassified.PASS;
    }

    /** True if some mask needs a key. */
    public boolean needsKeys() {
        return !keyUses().isEmpty();
    }

    /** What all masks of this policy need keys for. Annotated types and masks of one's own are not counted. */
    public Set<KeyUse> keyUses() {
        return masks().flatMap(BoundMasks::uses).collect(Collectors.toUnmodifiableSet());
    }

    /** Every mask, some of them several times. */
    Stream<Mask> masks() {
        return Stream.concat(masksOf(dataClass -> true), directMasks());
    }

    /** What the masks of some data classes need keys for, in whatever form an audience sees them. */
    public Set<KeyUse> keyUses(Set<String> dataClasses) {
        dataClasses.forEach(this::checkKnown);
        return masksOf(dataClasses::contains).flatMap(BoundMasks::uses).collect(Collectors.toUnmodifiableSet());
    }

    /** What the masks need keys for that an audience sees on values of some classifications, and on what has none. */
    public Set<KeyUse> keyUses(Audience audience, Collection<Classification> reached) {
        return Stream.concat(reached.stream().map(one -> resolve(one, audience)), Stream.of(resolveUnclassified()))
                .map(Resolution::mask)
                .flatMap(BoundMasks::uses)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Mask> masksOf(Predicate<String> dataClasses) {
        Stream<Map.Entry<String, Mask>> shown = Stream.concat(
                classes.entrySet().stream(), grants.values().stream().flatMap(masks -> masks.entrySet().stream()));
        Stream<Mask> ofClasses =
                shown.filter(entry -> dataClasses.test(entry.getKey())).map(Map.Entry::getValue);
        Stream<Mask> onPlaces = parts().filter(part -> part.dataClass() != null && dataClasses.test(part.dataClass()))
                .flatMap(part -> Stream.ofNullable(part.mask()));
        return Stream.concat(ofClasses, onPlaces);
    }

    private Stream<Mask> directMasks() {
        return parts().filter(part -> part.dataClass() == null).flatMap(part -> Stream.ofNullable(part.mask()));
    }

    private Stream<Classification.Part> parts() {
        return rules().flatMap(rule -> rule.classification().parts().stream());
    }

    private void checkKnown(String dataClass) {
        if (!classes.containsKey(dataClass) && !AuthenticationData.is(dataClass)) {
            throw new IllegalArgumentException("Unknown class \"" + dataClass + "\"; known are " + classes.keySet());
        }
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
        return resolver.resolve(classification, known(audience));
    }

    /** How a value nothing is said about looks: to everybody the same. */
    public Resolution resolveUnclassified() {
        return ofUnclassified;
    }

    /**
     * The domains in which values of a data class may have been masked so that a key holder can turn them back, sorted:
     * that of its name, and those of every mask this policy has for it. Empty if the policy doesn't know the class.
     */
    public Set<String> revealDomains(String dataClass) {
        return revealRules.domains(dataClass);
    }

    /** The domains of all data classes, and of masks without one. */
    public Set<String> revealDomains() {
        return revealRules.domains();
    }

    /**
     * Whether an audience may have the originals of masked values of a data class back. It needs the grant {@link
     * Grant#reveal} for the class and for every other one that shares a domain with it, because one key opens all of a
     * domain. Of several roles one with the grant is enough; a service and a role must both have it.
     *
     * <p>A mask without a class belongs to the class its domain is named after; if there is none, nobody may reveal
     * values of that domain. Masks in annotations count only where they were added ({@link #with}): give them the domain
     * of their class.
     */
    public boolean mayReveal(String dataClass, Audience audience) {
        return revealRules.allow(dataClass, known(audience));
    }

    /** The different format-preserving masks that this policy has for a data class. */
    public List<FormatPreservingMask> formatPreservingMasks(String dataClass) {
        return masksOf(dataClass::equals)
                .flatMap(BoundMasks::keyed)
                .filter(FormatPreservingMask.class::isInstance)
                .map(FormatPreservingMask.class::cast)
                .distinct()
                .toList();
    }

    /** What this policy says, class by class, for people and tools. */
    public Inventory inventory() {
        return Inventory.of(classes, only, fields, mapKeys, grants, reveals, revealRules);
    }

    /** What is allowed in this policy and probably not meant; the worst first. */
    public List<Finding> lint() {
        return new PolicyLint(this, classes, fields, mapKeys, grants, reveals, revealRules).findings();
    }

    /**
     * The whole policy as text in one fixed form: two policies that say the same have the same text, in whatever order
     * they were built. A mask that is a bare lambda prints as {@code custom}; give it a name with {@link Masks#named}.
     */
    public String canonical() {
        return new CanonicalPolicy(
                        classes, only, fields, mapKeys, embedded, grants, reveals, openEdges, unclassified, writeBack)
                .text();
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
        dataClasses.forEach(this::checkKnown);
        return EdgeDigest.of(classes, new TreeSet<>(dataClasses), new TreeMap<>(checkValues));
    }

    /** Prints classes and rules; holds no value. */
    @Override
    public String toString() {
        String keys = mapKeys.isEmpty() ? "" : ", mapKeys=" + mapKeys;
        String json = embedded.isEmpty() ? "" : ", embedded=" + embedded;
        return "MaskingPolicy[classes=" + classes + ", fields=" + fields + keys + json + ", audiences="
                + grants.keySet().stream().map(Object::toString).sorted().toList() + ", unclassified=" + unclassified
                + "]";
    }

    /** Builds a policy; refuses a contradiction at the call that makes it. Not thread-safe. */
    public static final class Builder {

        private final Map<String, Mask> classes = new HashMap<>();
        private final Map<String, Set<Audience.Member>> only = new HashMap<>();
        private final Map<FieldPath, FieldRule> fields = new LinkedHashMap<>();
        private final Map<FieldPath, FieldRule> mapKeys = new LinkedHashMap<>();
        private final Set<FieldPath> embedded = new LinkedHashSet<>();
        private final Map<Audience.Member, Map<String, Mask>> grants = new HashMap<>();
        private final Map<Audience.Member, Set<String>> reveals = new HashMap<>();
        private final Set<String> openEdges = new LinkedHashSet<>();
        private Unclassified unclassified = Unclassified.PASS;
        private WriteBack writeBack = WriteBack.REFUSE;

        private Builder() {}

        /**
         * Adds a data class and how it looks to everybody without a grant.
         *
         * @throws IllegalArgumentException if the class was added before, or the mask is none it can have
         */
        public Builder dataClass(String name, Mask mask) {
            Classification checked = Classification.ofClass(name, mask);
            Mask bound = Objects.requireNonNull(checked.parts().get(0).mask());
            Mask before = classes.putIfAbsent(name, bound);
            if (before != null && !AuthenticationData.is(name)) {
                throw new IllegalArgumentException(
                        "The class " + name + " already has the mask " + before + "; remove one of the two");
            }
            return this;
        }

        /** Limits who may ever be granted a data class in clear, or to reveal values of it. */
        public Builder only(String dataClass, Audience... audiences) {
            checkKnown(dataClass, "only(\"" + dataClass + "\", …)");
            only.put(
                    dataClass,
                    Arrays.stream(audiences)
                            .flatMap(a -> a.members().stream())
                            .map(Audience.Member::anywhere)
                            .collect(Collectors.toSet()));
            grants.forEach((member, masks) -> {
                if (masks.get(dataClass) == Masks.clear()) {
                    checkOnly(member, dataClass, "see");
                }
            });
            reveals.forEach((member, names) -> {
                if (names.contains(dataClass)) {
                    checkOnly(member, dataClass, "reveal");
                }
            });
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
            return add(fields, path, classification, " already has ");
        }

        /**
         * Puts a data class on the names in the objects a path selects: those objects are maps with data for keys. With
         * {@code mapKeys("$.byMail", "email")} the names in <code>{"byMail": {"zoe@example.com": …}}</code> are masked as
         * values of {@code email} are.
         *
         * <p>Names of objects inside stay unless a path of their own selects them, and so do the values. Paths match a key
         * as it was.
         */
        public Builder mapKeys(String path, String dataClass) {
            checkKnown(dataClass, "the keys of " + path);
            return mapKeys(FieldPath.parse(path), Classification.ofClass(dataClass));
        }

        /**
         * Puts a classification on the names in the objects a path selects.
         *
         * @throws IllegalArgumentException if it says that they stay, as names do without a rule
         */
        public Builder mapKeys(FieldPath path, Classification classification) {
            if (classification.isExemption()) {
                throw new IllegalArgumentException("The keys of " + path + " stay without a rule; remove it");
            }
            return add(mapKeys, path, classification, " already has, for its keys, ");
        }

        /**
         * Says that the strings a path selects hold JSON, which is masked inside: what it holds is selected as if it stood
         * at the string's place without quotes around it. With {@code embedded("$..payload")} and {@code field("$..email",
         * "email")} the address in <code>{"payload": "{\"email\": \"zoe@example.com\"}"}</code> is masked.
         *
         * <p>A string that holds no JSON there becomes the marker, whoever receives. One that a rule or an annotation masks
         * as a whole stays so; who is granted that in clear sees its JSON as the rules inside say. What is meant is the
         * string at the path itself: those of an array need {@code $.texts[*]}. Free text has no paths, and is not
         * concerned.
         *
         * @throws IllegalArgumentException with the position of what can't be read in the path
         */
        public Builder embedded(String path) {
            return embedded(FieldPath.parse(path));
        }

        /** Says that the strings a path selects hold JSON, which is masked inside. */
        public Builder embedded(FieldPath path) {
            embedded.add(Objects.requireNonNull(path, "path"));
            return this;
        }

        private Builder add(
                Map<FieldPath, FieldRule> rules, FieldPath path, Classification classification, String has) {
            classification.parts().stream()
                    .map(Classification.Part::dataClass)
                    .filter(name -> name != null && AuthenticationData.is(name))
                    .forEach(this::addBuiltIn);
            FieldRule before = rules.putIfAbsent(path, new FieldRule(path, classification));
            if (before != null) {
                throw new IllegalArgumentException(
                        path + has + before.classification() + "; remove one of the two rules");
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
            grant.reveals().forEach(dataClass -> checkReveal(member, dataClass));
            if (this.grants.putIfAbsent(member, Map.copyOf(grant.masks())) != null) {
                throw new IllegalArgumentException(audience + " was granted before; say all in one place");
            }
            reveals.put(member, Set.copyOf(grant.reveals()));
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

        /** Says what happens to a masked value that comes back in a request; the default is {@link WriteBack#REFUSE}. */
        public Builder writeBack(WriteBack what) {
            this.writeBack = Objects.requireNonNull(what, "what");
            return this;
        }

        /** Returns the policy. */
        public MaskingPolicy build() {
            return new MaskingPolicy(this);
        }

        private void checkGrant(Audience.Member member, String dataClass, Mask mask) {
            checkKnown(dataClass, member.toString());
            AuthenticationData.checkGrant(member, dataClass, mask);
            if (mask == Masks.clear()) {
                checkOnly(member, dataClass, "see");
            }
        }

        /** Who may have originals back may see them. */
        private void checkReveal(Audience.Member member, String dataClass) {
            checkKnown(dataClass, member.toString());
            AuthenticationData.checkReveal(member, dataClass);
            checkOnly(member, dataClass, "reveal");
        }

        private void checkOnly(Audience.Member member, String dataClass, String what) {
            @Nullable Set<Audience.Member> allowed = only.get(dataClass);
            if (allowed != null && !allowed.contains(member.anywhere())) {
                throw new IllegalArgumentException(member + " may not " + what + " " + dataClass
                        + " in clear: the class is only for "
                        + allowed.stream().map(Object::toString).sorted().toList());
            }
        }

        private void addBuiltIn(String dataClass) {
            classes.putIfAbsent(dataClass, Masks.erase());
        }

        private void checkKnown(String dataClass, String where) {
            if (AuthenticationData.is(dataClass)) {
                addBuiltIn(dataClass);
            }
            if (!classes.containsKey(dataClass)) {
                throw new IllegalArgumentException("Unknown class \"" + dataClass + "\" at " + where + "; known are "
                        + classes.keySet().stream().sorted().toList() + "; add it with dataClass(…) first");
            }
        }
    }
}
