package io.maskwire.jackson.v2;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.AnnotationIntrospector.ReferenceProperty;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import io.maskwire.scan.ClassScan;
import io.maskwire.scan.MarkedMember;
import io.maskwire.scan.PropertyNames;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds marked members that no property is named after. Their value may come out under another name, as the field
 * {@code ssn} does through {@code getSocialNumber()}; nobody but the author can tell.
 */
final class Coverage {

    private final SerializationConfig config;
    private final BeanDescription bean;
    private final ClassScan scan;
    private final Refusals refusals;
    private final Set<String> covered = new HashSet<>();

    Coverage(SerializationConfig config, BeanDescription bean, ClassScan scan, Refusals refusals) {
        this.config = config;
        this.bean = bean;
        this.scan = scan;
        this.refusals = refusals;
    }

    void check(List<BeanPropertyWriter> writers) {
        writers.forEach(writer -> covered.addAll(BeanMasking.names(writer)));
        for (BeanPropertyDefinition definition : bean.findProperties()) {
            // One that could be written and has no writer was left out on purpose.
            if (definition.couldSerialize()) {
                covered.add(definition.getInternalName());
            }
        }
        addIgnored();
        for (MarkedMember member : scan.members()) {
            if (member.holdsData() && !member.isNamed(covered)) {
                refuse(member);
            }
        }
    }

    private void refuse(MarkedMember member) {
        refusals.refuse(
                member.place() + " is marked, but Jackson writes no property of that name, so its value may come out"
                        + " under another one",
                "move the annotation to the getter that gives it out, or put @JsonIgnore beside it if none does");
    }

    private void addIgnored() {
        Set<String> ignored = bean.getIgnoredPropertyNames();
        if (ignored != null) {
            covered.addAll(ignored);
        }
        JsonIgnoreProperties.Value listed = config.getDefaultPropertyIgnorals(bean.getBeanClass(), bean.getClassInfo());
        if (listed != null) {
            covered.addAll(listed.findIgnoredForSerialization());
        }
        for (AnnotatedField field : bean.getClassInfo().fields()) {
            addIfIgnored(field);
        }
        for (AnnotatedMethod method : bean.getClassInfo().memberMethods()) {
            addIfIgnored(method);
        }
    }

    private void addIfIgnored(AnnotatedMember member) {
        AnnotationIntrospector introspector = config.getAnnotationIntrospector();
        ReferenceProperty reference = introspector.findReferenceType(member);
        if (introspector.hasIgnoreMarker(member)
                || introspector.findPropertyAccess(member) == JsonProperty.Access.WRITE_ONLY
                || reference != null && reference.isBackReference()) {
            covered.addAll(PropertyNames.of(member.getMember()));
        }
    }
}
