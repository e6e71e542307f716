package io.maskwire.jackson.v2;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.util.Converter;
import com.fasterxml.jackson.databind.util.StdConverter;
import io.maskwire.jackson.scope.ReadPlan;
import io.maskwire.jackson.scope.Scope;
import io.maskwire.policy.Classification;
import io.maskwire.scan.ClassScan;
import io.maskwire.scan.PropertyNames;
import io.maskwire.spi.MaskingEngine;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Sees what Jackson shows to no modifier: serializers that annotations name, and the keys of one property. */
final class MaskingIntrospector extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    private final transient MaskingEngine engine;
    private final transient Reading reading;
    private final transient SerializationConfig config;
    private final transient AnnotationIntrospector others;

    /** With a configuration of the mapper, for its mix-ins, and the introspectors that stand behind this one. */
    MaskingIntrospector(Reading reading, SerializationConfig config, AnnotationIntrospector others) {
        this.engine = reading.engine();
        this.reading = reading;
        this.config = config;
        this.others = others;
    }

    /** All introspectors but those for masking. */
    static AnnotationIntrospector othersOf(AnnotationIntrospector all) {
        return all.allIntrospectors().stream()
                .filter(each -> !(each instanceof MaskingIntrospector))
                .reduce(AnnotationIntrospector::pair)
                .orElse(NopAnnotationIntrospector.nopInstance());
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public @Nullable Object findSerializer(Annotated annotated) {
        return annotated instanceof AnnotatedClass
                ? ofClass(annotated)
                : ofMember(
                        annotated,
                        annotated.getType(),
                        others.findSerializer(annotated),
                        others.findSerializationConverter(annotated));
    }

    @Override
    public @Nullable Object findContentSerializer(Annotated annotated) {
        return annotated instanceof AnnotatedMember member
                ? ofMember(
                        annotated,
                        annotated.getType().getContentType(),
                        others.findContentSerializer(annotated),
                        others.findSerializationContentConverter(member))
                : null;
    }

    /** None where our serializer, which stands for both, converts. */
    @Override
    public @Nullable Object findSerializationConverter(Annotated annotated) {
        boolean ours = annotated instanceof AnnotatedMember
                && isOpen(annotated.getType())
                && others.findSerializationConverter(annotated) != null;
        return ours ? Converter.None.class : null;
    }

    /** The same for contents, where Jackson takes no {@code None}. */
    @Override
    public @Nullable Object findSerializationContentConverter(AnnotatedMember member) {
        boolean ours =
                isOpen(member.getType().getContentType()) && others.findSerializationContentConverter(member) != null;
        return ours ? new Unchanged() : null;
    }

    /** Converts nothing. */
    private static final class Unchanged extends StdConverter<Object, Object> {

        @Override
        public Object convert(Object value) {
            return value;
        }
    }

    private @Nullable Object ofClass(Annotated annotated) {
        ClassScan scan = Scans.of(config, annotated.getRawType());
        if (scan.isEmpty()) {
            return null;
        }
        Object named = others.findSerializer(annotated);
        boolean converts = others.findSerializationConverter(annotated) != null;
        return named == null && !converts
                ? null
                : new DeferredSerializer(annotated, named, null, Scope.ofHandWritten(scan));
    }

    /** A serializer or converter of the application's own that may meet a marked class its member isn't declared for. */
    private static @Nullable Object ofMember(
            Annotated annotated, @Nullable JavaType declared, @Nullable Object named, @Nullable Object converts) {
        return named == null && converts == null || !isOpen(declared)
                ? null
                : new DeferredSerializer(annotated, named, converts, null);
    }

    /** True if a value of this type can be of a marked class the declaration doesn't show. */
    static boolean isOpen(@Nullable JavaType declared) {
        return declared != null && !Modifier.isFinal(declared.getRawClass().getModifiers());
    }

    /** Called after the others have refined the type; changes nothing. */
    @Override
    public JavaType refineSerializationType(MapperConfig<?> mapper, Annotated annotated, JavaType refined)
            throws JsonMappingException {
        if (annotated instanceof AnnotatedClass && !refined.hasRawClass(annotated.getRawType())) {
            JavaType type = mapper.constructType(annotated.getRawType());
            new Refusals(engine, type)
                    .refuseNarrowing(
                            Scans.of(mapper, annotated.getRawType()), Scans.of(mapper, refined.getRawClass()), refined);
        }
        return refined;
    }

    @Override
    public @Nullable Object findDeserializer(Annotated annotated) {
        if (!(annotated instanceof AnnotatedClass)) {
            return null;
        }
        ReadPlan plan = ReadPlans.ofOthers(engine.paths(), Scans.of(config, annotated.getRawType()));
        Object named = plan == null ? null : others.findDeserializer(annotated);
        Object converter = plan == null ? null : others.findDeserializationConverter(annotated);
        return plan == null || named == null && converter == null
                ? null
                : new DeferredDeserializer(annotated, named, converter, reading, plan);
    }

    /** None for a marked class: its deserializer, which stands for both, converts. */
    @Override
    public @Nullable Object findDeserializationConverter(Annotated annotated) {
        boolean ours = annotated instanceof AnnotatedClass
                && !Scans.of(config, annotated.getRawType()).isEmpty()
                && others.findDeserializationConverter(annotated) != null;
        return ours ? Converter.None.class : null;
    }

    @Override
    public @Nullable Object findKeySerializer(Annotated annotated) {
        Classification keys = annotated instanceof AnnotatedMember member ? keys(member) : null;
        Object named = others.findKeySerializer(annotated);
        return keys == null && (named == null || !isOpen(annotated.getType().getKeyType()))
                ? null
                : new DeferredKeySerializer(annotated, named, keys);
    }

    /** True if Jackson will ask for the serializer of this member's keys and be given one that masks. */
    static boolean masksKeys(SerializationConfig asking, AnnotatedMember member) {
        return asking.getAnnotationIntrospector().allIntrospectors().stream()
                .anyMatch(each -> each instanceof MaskingIntrospector masking && masking.keys(member) != null);
    }

    private @Nullable Classification keys(AnnotatedMember annotated) {
        Member member = annotated.getMember();
        return member == null
                ? null
                : Scans.of(config, annotated.getDeclaringClass())
                        .named(PropertyNames.of(member))
                        .keys();
    }
}
