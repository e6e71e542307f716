package io.maskwire.jackson.v3;

import io.maskwire.jackson.scope.Guard;
import io.maskwire.jackson.scope.ReadPlan;
import io.maskwire.scan.ClassScan;
import io.maskwire.scan.MarkedMember;
import io.maskwire.scan.Marks;
import io.maskwire.scan.PropertyNames;
import io.maskwire.spi.PathRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;

/** Finds what is guarded while objects of a class are read. */
final class ReadPlans {

    private final DeserializationConfig config;
    private final ClassScan scan;
    private final PathRules paths;
    private final ReadPlan.Builder plan;

    private ReadPlans(DeserializationConfig config, PathRules paths, ClassScan scan) {
        this.config = config;
        this.scan = scan;
        this.paths = paths;
        this.plan = ReadPlan.builder(paths);
    }

    /** For a class that Jackson reads member by member; null if nothing is guarded. */
    static @Nullable ReadPlan ofMembers(
            DeserializationConfig config, PathRules paths, BeanDescription bean, ClassScan scan) {
        return new ReadPlans(config, paths, scan).members(bean).build();
    }

    /** For a class with marks that is read in a way of its own, and names Jackson doesn't know. */
    static @Nullable ReadPlan ofOthers(PathRules paths, ClassScan scan) {
        return scan.isEmpty()
                ? null
                : marked(ReadPlan.builder(paths), scan)
                        .others(anything(scan))
                        .atAnyDepth()
                        .build();
    }

    private ReadPlan.Builder members(BeanDescription bean) {
        Guard uncovered = uncovered(bean.findProperties());
        for (BeanPropertyDefinition definition : bean.findProperties()) {
            boolean isUnknown = names(definition).stream().noneMatch(scan::knows);
            add(definition, isUnknown ? uncovered : null);
        }
        others(bean.findAnySetterAccessor());
        others(bean.findAnyGetter());
        return marked(plan, scan);
    }

    /** Members may be known by more names than Jackson finds, as those of builders. */
    private static ReadPlan.Builder marked(ReadPlan.Builder plan, ClassScan scan) {
        for (MarkedMember member : scan.members()) {
            member.names().forEach(name -> plan.name(name, Guard.of(member.marks())));
        }
        return plan.type(Guard.of(new Marks(scan.type().values(), null))).whole(anything(scan));
    }

    private static @Nullable Guard anything(ClassScan scan) {
        return Guard.of(new Marks(scan.anything(), scan.anyKeys()));
    }

    /**
     * What marked members say that no property is named after: their value may come in under a name that no field and no
     * getter has, such as that of a creator's parameter.
     */
    private @Nullable Guard uncovered(List<BeanPropertyDefinition> definitions) {
        Set<String> covered = new HashSet<>();
        definitions.forEach(definition -> covered.addAll(names(definition)));
        Guard uncovered = null;
        for (MarkedMember member : scan.members()) {
            if (member.holdsData() && !member.isNamed(covered)) {
                uncovered = Guard.both(uncovered, Guard.of(member.marks()));
            }
        }
        return uncovered;
    }

    private void add(BeanPropertyDefinition definition, @Nullable Guard more) {
        Guard own = Guard.both(Guard.of(scan.named(names(definition))), ofType(definition));
        Guard guard = Guard.both(own == null && holdsSingleValues(definition) ? Guard.UNTOLD : own, more);
        AnnotatedMember member = definition.getPrimaryMember();
        if (member != null && new Unwrapping(config).isUnwrapped(member)) {
            plan.others(guard == null && mayBringMarks(definition) ? Guard.UNTOLD : guard);
        }
        plan.name(definition.getName(), guard);
        for (PropertyName alias : definition.findAliases()) {
            plan.name(alias.getSimpleName(), guard);
        }
    }

    private boolean holdsSingleValues(BeanPropertyDefinition definition) {
        JavaType type = definition.getPrimaryType();
        return type != null && new SingleValues(config).areIn(type);
    }

    /** A path may select what is unwrapped by a name this class doesn't know. */
    private boolean mayBringMarks(BeanPropertyDefinition definition) {
        return !paths.isEmpty() || new Unwrapping(config).bringsMarks(definition.getPrimaryType());
    }

    private static Set<String> names(BeanPropertyDefinition definition) {
        Set<String> names = new HashSet<>(List.of(definition.getName(), definition.getInternalName()));
        addNames(definition.getField(), names);
        addNames(definition.getSetter(), names);
        addNames(definition.getGetter(), names);
        return names;
    }

    private static void addNames(@Nullable AnnotatedMember member, Set<String> names) {
        if (member != null) {
            names.addAll(PropertyNames.of(member.getMember()));
        }
    }

    /** What the classes of a member's values say; of one that is read in its own way, what any of their members does. */
    private @Nullable Guard ofType(BeanPropertyDefinition definition) {
        JavaType type = definition.getPrimaryType();
        ClassScan contained = type == null ? ClassScan.of(Object.class) : Scans.ofAll(config, type);
        AnnotatedMember member = definition.getPrimaryMember();
        return member != null && isReadInItsOwnWay(member) ? anything(contained) : Guard.of(contained.type());
    }

    private boolean isReadInItsOwnWay(AnnotatedMember member) {
        AnnotationIntrospector introspector = introspector();
        return introspector.findDeserializer(config, member) != null
                || introspector.findContentDeserializer(config, member) != null
                || introspector.findDeserializationConverter(config, member) != null
                || introspector.findDeserializationContentConverter(config, member) != null;
    }

    private AnnotationIntrospector introspector() {
        return config.getAnnotationIntrospector();
    }

    private void others(@Nullable AnnotatedMember member) {
        if (member != null) {
            plan.others(Guard.of(scan.named(PropertyNames.of(member.getMember()))));
        }
    }
}
