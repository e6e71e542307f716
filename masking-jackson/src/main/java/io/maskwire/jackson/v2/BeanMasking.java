package io.maskwire.jackson.v2;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.ser.AnyGetterWriter;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerBuilder;
import com.fasterxml.jackson.databind.ser.PropertyWriter;
import io.maskwire.jackson.scope.Scope;
import io.maskwire.policy.Classification;
import io.maskwire.scan.ClassScan;
import io.maskwire.scan.Marks;
import io.maskwire.scan.PropertyNames;
import io.maskwire.spi.MaskingEngine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Wraps the writers of the marked properties of one bean, or refuses a bean that can't be masked. */
final class BeanMasking {

    private final SerializationConfig config;
    private final BeanDescription bean;
    private final ClassScan scan;
    private final Refusals refusals;

    BeanMasking(MaskingEngine engine, SerializationConfig config, BeanDescription bean, ClassScan scan) {
        this.config = config;
        this.bean = bean;
        this.scan = scan;
        this.refusals = new Refusals(engine, bean.getType());
    }

    void apply(BeanSerializerBuilder builder) {
        List<Scope> scopes = new ArrayList<>();
        boolean anything = false;
        for (BeanPropertyWriter writer : builder.getProperties()) {
            Scope scope = scope(writer);
            scopes.add(scope);
            anything |= !scope.isEmpty();
            refuseNarrowing(writer);
        }
        if (!scan.isEmpty()) {
            refuseMarkedTypeId(builder.getTypeId());
            new Coverage(config, bean, scan, refusals).check(builder.getProperties());
        }
        if (anything) {
            wrap(builder, scopes);
        }
    }

    private static void wrap(BeanSerializerBuilder builder, List<Scope> scopes) {
        List<BeanPropertyWriter> writers = builder.getProperties();
        BeanPropertyWriter[] filtered = builder.getFilteredProperties();
        List<BeanPropertyWriter> masking = new ArrayList<>();
        for (int i = 0; i < writers.size(); i++) {
            BeanPropertyWriter writer = writers.get(i);
            BeanPropertyWriter wrapped = wrapped(writer, scopes.get(i));
            masking.add(wrapped);
            // The twin that a view selects; often the same object.
            if (filtered != null && filtered[i] != null) {
                filtered[i] = filtered[i] == writer ? wrapped : wrapped(filtered[i], scopes.get(i));
            }
        }
        builder.setProperties(masking);
    }

    private static BeanPropertyWriter wrapped(BeanPropertyWriter writer, Scope scope) {
        if (scope.isEmpty() || isMasking(writer)) {
            return writer;
        }
        return writer instanceof AnyGetterWriter any
                ? new MaskingAnyGetterWriter(any, scope)
                : new MaskingPropertyWriter(writer, scope);
    }

    static boolean isMasking(PropertyWriter writer) {
        return writer instanceof MaskingPropertyWriter || writer instanceof MaskingAnyGetterWriter;
    }

    /** Marked keys are another matter: a key serializer masks them. */
    static boolean isMarked(PropertyWriter writer, ClassScan scan) {
        return scan.type().values() != null || scan.named(names(writer)).values() != null;
    }

    /** The names a property may be known by: its own in JSON, and those of the member behind it. */
    static Set<String> names(PropertyWriter writer) {
        Set<String> names = new HashSet<>();
        names.add(writer.getName());
        AnnotatedMember member = writer.getMember();
        if (member != null && member.getMember() != null) {
            names.addAll(PropertyNames.of(member.getMember()));
        }
        return names;
    }

    private Set<String> allNames(BeanPropertyWriter writer) {
        Set<String> names = names(writer);
        for (BeanPropertyDefinition definition : bean.findProperties()) {
            if (definition.getName().equals(writer.getName())) {
                names.add(definition.getInternalName());
            }
        }
        return names;
    }

    private Scope scope(BeanPropertyWriter writer) {
        Marks marks = scan.isEmpty() ? Marks.NONE : scan.named(allNames(writer));
        Classification values = Classification.both(scan.type().values(), marks.values());
        Scope scope = new Scope(values, namesToMask(writer, marks), false, null);
        return writesInItsOwnWay(writer) ? scope.andHandWritten(Scans.ofAll(config, writer.getType())) : scope;
    }

    /** Marked keys are masked by a key serializer, unless Jackson will not ask for one: then all names are. */
    private @Nullable Classification namesToMask(BeanPropertyWriter writer, Marks marks) {
        AnnotatedMember member = writer.getMember();
        boolean asks = config.isAnnotationProcessingEnabled()
                && writer.getSerializer() == null
                && member != null
                && MaskingIntrospector.masksKeys(config, member);
        return asks ? null : marks.keys();
    }

    private boolean writesInItsOwnWay(BeanPropertyWriter writer) {
        AnnotatedMember member = writer.getMember();
        if (member == null) {
            return false;
        }
        var introspector = config.getAnnotationIntrospector();
        return writer.getSerializer() != null
                || introspector.findContentSerializer(member) != null
                || introspector.findSerializationConverter(member) != null
                || introspector.findSerializationContentConverter(member) != null;
    }

    /** Readers need a type id as it is, and Jackson writes it past the writer of its property. */
    private void refuseMarkedTypeId(@Nullable AnnotatedMember typeId) {
        if (typeId != null && !scan.named(PropertyNames.of(typeId.getMember())).isEmpty()) {
            refusals.refuse(
                    typeId.getFullName() + " is marked and also the type id", "use another member as the type id");
        }
    }

    /** As {@code @JsonSerialize(as = …)} on the property makes it. */
    private void refuseNarrowing(BeanPropertyWriter writer) {
        if (writer.getSerializationType() != null) {
            refusals.refuseNarrowing(
                    Scans.ofAll(config, writer.getType()),
                    Scans.ofAll(config, writer.getSerializationType()),
                    writer.getSerializationType());
        }
    }
}
