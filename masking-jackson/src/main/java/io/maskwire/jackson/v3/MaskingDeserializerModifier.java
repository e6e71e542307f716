package io.maskwire.jackson.v3;

import io.maskwire.jackson.scope.ReadPlan;
import io.maskwire.scan.ClassScan;
import io.maskwire.spi.PathRules;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonPOJOBuilder;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.deser.bean.BuilderBasedDeserializer;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.type.ArrayType;
import tools.jackson.databind.type.CollectionLikeType;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.type.MapLikeType;
import tools.jackson.databind.type.MapType;
import tools.jackson.databind.type.ReferenceType;

/** Puts a guard around the deserializers of marked classes. Deserializers of other classes stay Jackson's own. */
final class MaskingDeserializerModifier extends ValueDeserializerModifier {

    private static final long serialVersionUID = 1L;

    private final transient Reading reading;

    MaskingDeserializerModifier(Reading reading) {
        this.reading = reading;
    }

    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription.Supplier bean, ValueDeserializer<?> deserializer) {
        ClassScan scan = Scans.of(config, bean.getBeanClass());
        if (deserializer instanceof BuilderBasedDeserializer) {
            scan = scan.and(ofBuilt(config, bean.get()));
        }
        PathRules paths = reading.engine().paths();
        boolean byMembers = deserializer instanceof BeanDeserializerBase;
        if (scan.isEmpty() && hasMarkedSubtypes(config, bean)) {
            // Which subtype it is may be known only behind what is read.
            ReadPlan members = ReadPlans.ofMembers(config, paths, bean.get(), scan);
            return new GuardedDeserializer(deserializer, reading, members == null ? ReadPlan.nothing(paths) : members);
        }
        if (scan.isEmpty() && !byMembers) {
            return deserializer;
        }
        return guarded(
                deserializer,
                byMembers ? ReadPlans.ofMembers(config, paths, bean.get(), scan) : ReadPlans.ofOthers(paths, scan));
    }

    private static boolean hasMarkedSubtypes(DeserializationConfig config, BeanDescription.Supplier bean) {
        return config.getSubtypeResolver().collectAndResolveSubtypesByClass(config, bean.getClassInfo()).stream()
                .anyMatch(subtype -> !Scans.of(config, subtype.getType()).isEmpty());
    }

    /** The class that a builder builds. */
    private static ClassScan ofBuilt(DeserializationConfig config, BeanDescription builder) {
        JsonPOJOBuilder.Value names =
                config.getAnnotationIntrospector().findPOJOBuilderConfig(config, builder.getClassInfo());
        String method = names == null ? JsonPOJOBuilder.DEFAULT_BUILD_METHOD : names.buildMethodName;
        AnnotatedMethod build = builder.findMethod(method, new Class<?>[0]);
        return build == null ? ClassScan.of(Object.class) : Scans.of(config, build.getRawType());
    }

    private ValueDeserializer<?> guarded(ValueDeserializer<?> deserializer, @Nullable ReadPlan plan) {
        return plan == null || deserializer instanceof GuardedDeserializer
                ? deserializer
                : new GuardedDeserializer(deserializer, reading, plan);
    }

    private ValueDeserializer<?> ofClass(
            DeserializationConfig config, BeanDescription.Supplier bean, ValueDeserializer<?> deserializer) {
        ClassScan scan = Scans.of(config, bean.getBeanClass());
        return scan.isEmpty()
                ? deserializer
                : guarded(deserializer, ReadPlans.ofOthers(reading.engine().paths(), scan));
    }

    @Override
    public ValueDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config, JavaType type, BeanDescription.Supplier bean, ValueDeserializer<?> original) {
        return ofClass(config, bean, original);
    }

    @Override
    public ValueDeserializer<?> modifyReferenceDeserializer(
            DeserializationConfig config,
            ReferenceType type,
            BeanDescription.Supplier bean,
            ValueDeserializer<?> original) {
        return ofClass(config, bean, original);
    }

    @Override
    public ValueDeserializer<?> modifyArrayDeserializer(
            DeserializationConfig config,
            ArrayType type,
            BeanDescription.Supplier bean,
            ValueDeserializer<?> original) {
        return ofClass(config, bean, original);
    }

    @Override
    public ValueDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config,
            CollectionType type,
            BeanDescription.Supplier bean,
            ValueDeserializer<?> original) {
        return ofClass(config, bean, original);
    }

    @Override
    public ValueDeserializer<?> modifyCollectionLikeDeserializer(
            DeserializationConfig config,
            CollectionLikeType type,
            BeanDescription.Supplier bean,
            ValueDeserializer<?> original) {
        return ofClass(config, bean, original);
    }

    @Override
    public ValueDeserializer<?> modifyMapDeserializer(
            DeserializationConfig config, MapType type, BeanDescription.Supplier bean, ValueDeserializer<?> original) {
        return ofClass(config, bean, original);
    }

    @Override
    public ValueDeserializer<?> modifyMapLikeDeserializer(
            DeserializationConfig config,
            MapLikeType type,
            BeanDescription.Supplier bean,
            ValueDeserializer<?> original) {
        return ofClass(config, bean, original);
    }
}
