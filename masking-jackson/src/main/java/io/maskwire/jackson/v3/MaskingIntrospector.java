package io.maskwire.jackson.v3;

import io.maskwire.jackson.scope.ReadPlan;
import io.maskwire.jackson.scope.Scope;
import io.maskwire.policy.Classification;
import io.maskwire.scan.ClassScan;
import io.maskwire.scan.PropertyNames;
import io.maskwire.spi.MaskingEngine;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.util.Converter;
import tools.jackson.databind.util.StdConverter;

/** Sees what Jackson shows to no modifier: serializers that annotations name, and the keys of one property. */
final class MaskingIntrospector extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    private final transient MaskingEngine engine;

    private final transient Reading reading;

    MaskingIntrospector(Reading reading) {
        this.engine = reading.engine();
        this.reading = reading;
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public @Nullable Object findSerializer(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedClass
                ? ofClass(config, annotated)
                : ofMember(
                        config,
                        annotated,
                        annotated.getType(),
                        other -> other.findSerializer(config, annotated),
                        other -> other.findSerializationConverter(config, annotated));
    }

    @Override
    public @Nullable Object findContentSerializer(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedMember member
                ? ofMember(
                        config,
                        annotated,
                        annotated.getType().getContentType(),
                        other -> other.findContentSerializer(config, annotated),
                        other -> other.findSerializationContentConverter(config, member))
                : null;
    }

    /** None where our serializer, which stands for both, converts. */
    @Override
    public @Nullable Object findSerializationConverter(MapperConfig<?> config, Annotated annotated) {
        boolean ours = annotated instanceof AnnotatedMember
                && isOpen(annotated.getType())
                && first(config, other -> other.findSerializationConverter(config, annotated)) != null;
        return ours ? Converter.None.class : null;
    }

    /** The same for contents, where Jackson takes no {@code None}. */
    @Override
    public @Nullable Object findSerializationContentConverter(MapperConfig<?> config, AnnotatedMember member) {
        boolean ours = isOpen(member.getType().getContentType())
                && first(config, other -> other.findSerializationContentConverter(config, member)) != null;
        return ours ? new Unchanged() : null;
    }

    /** Converts nothing. */
    private static final class Unchanged extends StdConverter<Object, Object> {

        @Override
        public Object convert(Object value) {
            return value;
        }
    }

    private @Nullable Object ofClass(MapperConfig<?> config, Annotated annotated) {
        ClassScan scan = Scans.of(config, annotated.getRawType());
        if (scan.isEmpty()) {
            return null;
        }
        refuseNarrowing(config, annotated, scan);
        Object named = first(config, other -> other.findSerializer(config, annotated));
        boolean converts = first(config, other -> other.findSerializationConverter(config, annotated)) != null;
        return named == null && !converts
                ? null
                : new DeferredSerializer(annotated, named, null, Scope.ofHandWritten(scan));
    }

    /** A serializer or converter of the application's own that may meet a marked class its member isn't declared for. */
    private static @Nullable Object ofMember(
            MapperConfig<?> config,
            Annotated annotated,
            @Nullable JavaType declared,
            Function<AnnotationIntrospector, @Nullable Object> serializer,
            Function<AnnotationIntrospector, @Nullable Object> converter) {
        if (!isOpen(declared)) {
            return null;
        }
        Object named = first(config, serializer);
        Object converts = first(config, converter);
        return named == null && converts == null ? null : new DeferredSerializer(annotated, named, converts, null);
    }

    /** True if a value of this type can be of a marked class the declaration doesn't show. */
    static boolean isOpen(@Nullable JavaType declared) {
        return declared != null && !Modifier.isFinal(declared.getRawClass().getModifiers());
    }

    private void refuseNarrowing(MapperConfig<?> config, Annotated annotated, ClassScan scan) {
        JavaType type = config.constructType(annotated.getRawType());
        for (AnnotationIntrospector other : others(config)) {
            JavaType refined = other.refineSerializationType(config, annotated, type);
            if (!refined.hasRawClass(type.getRawClass())) {
                new Refusals(engine, type).refuseNarrowing(scan, Scans.of(config, refined.getRawClass()), refined);
            }
        }
    }

    @Override
    public @Nullable Object findKeySerializer(MapperConfig<?> config, Annotated annotated) {
        Classification keys = annotated instanceof AnnotatedMember member ? keys(config, member) : null;
        Object named = first(config, other -> other.findKeySerializer(config, annotated));
        return keys == null && (named == null || !isOpen(annotated.getType().getKeyType()))
                ? null
                : new DeferredKeySerializer(annotated, named, keys);
    }

    static @Nullable Classification keys(MapperConfig<?> config, AnnotatedMember annotated) {
        Member member = annotated.getMember();
        return member == null
                ? null
                : Scans.of(config, annotated.getDeclaringClass())
                        .named(PropertyNames.of(member))
                        .keys();
    }

    @Override
    public @Nullable Object findDeserializer(MapperConfig<?> config, Annotated annotated) {
        if (!(annotated instanceof AnnotatedClass) || !(config instanceof DeserializationConfig)) {
            return null;
        }
        ClassScan scan = Scans.of(config, annotated.getRawType());
        ReadPlan plan = ReadPlans.ofOthers(engine.paths(), scan);
        Object named = plan == null ? null : first(config, other -> other.findDeserializer(config, annotated));
        Object converter = plan == null ? null : converter(config, annotated);
        return plan == null || named == null && converter == null
                ? null
                : new DeferredDeserializer(annotated, named, converter, reading, plan);
    }

    private static @Nullable Object converter(MapperConfig<?> config, Annotated annotated) {
        return first(config, other -> other.findDeserializationConverter(config, annotated));
    }

    /** None for a marked class: its deserializer, which stands for both, converts. */
    @Override
    public @Nullable Object findDeserializationConverter(MapperConfig<?> config, Annotated annotated) {
        boolean ours = annotated instanceof AnnotatedClass
                && !Scans.of(config, annotated.getRawType()).isEmpty()
                && converter(config, annotated) != null;
        return ours ? Converter.None.class : null;
    }

    private static @Nullable Object first(
            MapperConfig<?> config, Function<AnnotationIntrospector, @Nullable Object> question) {
        for (AnnotationIntrospector other : others(config)) {
            Object answer = question.apply(other);
            if (answer != null) {
                return answer;
            }
        }
        return null;
    }

    private static List<AnnotationIntrospector> others(MapperConfig<?> config) {
        return config.getAnnotationIntrospector().allIntrospectors().stream()
                .filter(other -> !(other instanceof MaskingIntrospector))
                .toList();
    }
}
