package io.maskwire.jackson.v2;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.BuilderBasedDeserializer;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.type.ArrayType;
import com.fasterxml.jackson.databind.type.CollectionLikeType;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapLikeType;
import com.fasterxml.jackson.databind.type.MapType;
import com.fasterxml.jackson.databind.type.ReferenceType;
import io.maskwire.jackson.scope.ReadPlan;
import io.maskwire.scan.ClassScan;
import io.maskwire.spi.PathRules;
import org.jspecify.annotations.Nullable;

/** Puts a guard around the deserializers of marked classes. Deserializers of other classes stay Jackson's own. */
final class MaskingDeserializerModifier extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;

    private final transient Reading reading;

    MaskingDeserializerModifier(Reading reading) {
        this.reading = reading;
    }

    @Override
    public JsonDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
        ClassScan scan = Scans.of(config, bean.getBeanClass());
        if (deserializer instanceof BuilderBasedDeserializer) {
            scan = scan.and(ofBuilt(config, bean));
        }
        PathRules paths = reading.engine().paths();
        boolean byMembers = deserializer instanceof BeanDeserializerBase;
        if (scan.isEmpty() && hasMarkedSubtypes(config, bean)) {
            // Which subtype it is may be known only behind what is read.
            ReadPlan members = ReadPlans.ofMembers(config, paths, bean, scan);
            return new GuardedDeserializer(deserializer, reading, members == null ? ReadPlan.nothing(paths) : members);
        }
        if (scan.isEmpty() && !byMembers) {
            return deserializer;
        }
        return guarded(
                deserializer,
                byMembers ? ReadPlans.ofMembers(config, paths, bean, scan) : ReadPlans.ofOthers(paths, scan));
    }

    private static boolean hasMarkedSubtypes(DeserializationConfig config, BeanDescription bean) {
        return config.getSubtypeResolver().collectAndResolveSubtypesByClass(config, bean.getClassInfo()).stream()
                .anyMatch(subtype -> !Scans.of(config, subtype.getType()).isEmpty());
    }

    /** The class that a builder builds. */
    private static ClassScan ofBuilt(DeserializationConfig config, BeanDescription builder) {
        JsonPOJOBuilder.Value names = config.getAnnotationIntrospector().findPOJOBuilderConfig(builder.getClassInfo());
        String method = names == null ? JsonPOJOBuilder.DEFAULT_BUILD_METHOD : names.buildMethodName;
        AnnotatedMethod build = builder.findMethod(method, new Class<?>[0]);
        return build == null ? ClassScan.of(Object.class) : Scans.of(config, build.getRawType());
    }

    private JsonDeserializer<?> guarded(JsonDeserializer<?> deserializer, @Nullable ReadPlan plan) {
        return plan == null || deserializer instanceof GuardedDeserializer
                ? deserializer
                : new GuardedDeserializer(deserializer, reading, plan);
    }

    private JsonDeserializer<?> ofClass(
            DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
        ClassScan scan = Scans.of(config, bean.getBeanClass());
        return scan.isEmpty()
                ? deserializer
                : guarded(deserializer, ReadPlans.ofOthers(reading.engine().paths(), scan));
    }

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config, JavaType type, BeanDescription bean, JsonDeserializer<?> original) {
        return ofClass(config, bean, original);
    }

    @Override
    public JsonDeserializer<?> modifyReferenceDeserializer(
            DeserializationConfig config, ReferenceType type, BeanDescription bean, JsonDeserializer<?> original) {
        return ofClass(config, bean, original);
    }

    @Override
    public JsonDeserializer<?> modifyArrayDeserializer(
            DeserializationConfig config, ArrayType type, BeanDescription bean, JsonDeserializer<?> original) {
        return ofClass(config, bean, original);
    }

    @Override
    public JsonDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config, CollectionType type, BeanDescription bean, JsonDeserializer<?> original) {
        return ofClass(config, bean, original);
    }

    @Override
    public JsonDeserializer<?> modifyCollectionLikeDeserializer(
            DeserializationConfig config, CollectionLikeType type, BeanDescription bean, JsonDeserializer<?> original) {
        return ofClass(config, bean, original);
    }

    @Override
    public JsonDeserializer<?> modifyMapDeserializer(
            DeserializationConfig config, MapType type, BeanDescription bean, JsonDeserializer<?> original) {
        return ofClass(config, bean, original);
    }

    @Override
    public JsonDeserializer<?> modifyMapLikeDeserializer(
            DeserializationConfig config, MapLikeType type, BeanDescription bean, JsonDeserializer<?> original) {
        return ofClass(config, bean, original);
    }
}
