package io.maskwire.jackson.v2;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.ser.BeanSerializerBuilder;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.ContainerSerializer;
import com.fasterxml.jackson.databind.ser.PropertyWriter;
import com.fasterxml.jackson.databind.ser.std.BeanSerializerBase;
import com.fasterxml.jackson.databind.ser.std.JsonValueSerializer;
import com.fasterxml.jackson.databind.type.ArrayType;
import com.fasterxml.jackson.databind.type.CollectionLikeType;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapLikeType;
import com.fasterxml.jackson.databind.type.MapType;
import io.maskwire.jackson.scope.Scope;
import io.maskwire.policy.Classification;
import io.maskwire.scan.ClassScan;
import io.maskwire.scan.Marks;
import io.maskwire.scan.PropertyNames;
import io.maskwire.spi.MaskingEngine;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts masking around the serializers of marked classes. Serializers of other classes stay Jackson's own. */
final class MaskingSerializerModifier extends BeanSerializerModifier {

    private static final long serialVersionUID = 1L;

    private final transient MaskingEngine engine;

    MaskingSerializerModifier(MaskingEngine engine) {
        this.engine = engine;
    }

    boolean isOf(MaskingEngine other) {
        return engine == other;
    }

    @Override
    public BeanSerializerBuilder updateBuilder(
            SerializationConfig config, BeanDescription bean, BeanSerializerBuilder builder) {
        ClassScan scan = Scans.of(config, bean.getBeanClass());
        new BeanMasking(engine, config, bean, scan).apply(builder);
        return builder;
    }

    @Override
    public JsonSerializer<?> modifySerializer(
            SerializationConfig config, BeanDescription bean, JsonSerializer<?> serializer) {
        ClassScan scan = Scans.of(config, bean.getBeanClass());
        if (scan.isEmpty() || serializer instanceof MaskingSerializer || masksItself(serializer, scan)) {
            return serializer;
        }
        return new MaskingSerializer(serializer, scope(bean, serializer, scan));
    }

    /** What a factory made of all modifiers, masking if another one took that away. */
    @Nullable
    JsonSerializer<?> finished(SerializationConfig config, JavaType type, @Nullable JsonSerializer<?> made) {
        if (made == null || Scans.of(config, type.getRawClass()).isEmpty()) {
            return made;
        }
        for (JsonSerializer<?> at = made; at != null; at = at.getDelegatee()) {
            if (at instanceof MaskingSerializer || at instanceof DeferredSerializer) {
                return made;
            }
        }
        BeanDescription bean = config.introspect(type);
        boolean contains = type.isContainerType() || type.isEnumType();
        return contains ? contents(config, bean, made) : modifySerializer(config, bean, made);
    }

    private static Scope scope(BeanDescription bean, JsonSerializer<?> serializer, ClassScan scan) {
        AnnotatedMember value = serializer instanceof JsonValueSerializer ? bean.findJsonValueAccessor() : null;
        return value == null ? Scope.ofHandWritten(scan) : Scope.ofValues(standingFor(value, scan));
    }

    /** What holds for a member that stands for the whole object, as {@code @JsonValue} makes it. */
    private static @Nullable Classification standingFor(AnnotatedMember member, ClassScan scan) {
        Set<String> names = PropertyNames.of(member.getMember());
        Marks marks = scan.named(names);
        boolean derived = marks.isEmpty() && !scan.hasField(names);
        return derived ? scan.anything() : Classification.both(scan.type().values(), marks.values());
    }

    /** True if every marked property of a bean serializer is written by one of our writers. */
    private static boolean masksItself(JsonSerializer<?> serializer, ClassScan scan) {
        if (!(serializer instanceof BeanSerializerBase)) {
            return false;
        }
        for (Iterator<PropertyWriter> all = serializer.properties(); all.hasNext(); ) {
            PropertyWriter writer = all.next();
            boolean masks = writer instanceof MaskingPropertyWriter || writer instanceof MaskingAnyGetterWriter;
            if (!masks && BeanMasking.isMarked(writer, scan)) {
                return false;
            }
        }
        return true;
    }

    private static JsonSerializer<?> contents(
            SerializationConfig config, BeanDescription bean, JsonSerializer<?> serializer) {
        ClassScan scan = Scans.of(config, bean.getBeanClass());
        return scan.isEmpty() || serializer instanceof MaskingSerializer
                ? serializer
                : new MaskingSerializer(
                        serializer, isJacksonsOwn(serializer) ? Scope.ofContainer(scan) : Scope.ofHandWritten(scan));
    }

    /** Jackson's own serializers of containers write what is contained and no member of the class. */
    private static boolean isJacksonsOwn(JsonSerializer<?> serializer) {
        return serializer instanceof ContainerSerializer<?>
                && serializer.getClass().getName().startsWith("com.fasterxml.jackson.databind.ser.");
    }

    /** True if each key is of the declared class, or Jackson asks for the serializer of the class it is. */
    private static boolean asksByClass(JavaType type, JsonSerializer<?> serializer) {
        return !MaskingIntrospector.isOpen(type)
                || type.isJavaLangObject()
                        && serializer.getClass().getName().startsWith("com.fasterxml.jackson.databind.ser.");
    }

    @Override
    public JsonSerializer<?> modifyArraySerializer(
            SerializationConfig config, ArrayType type, BeanDescription bean, JsonSerializer<?> serializer) {
        return serializer;
    }

    @Override
    public JsonSerializer<?> modifyCollectionSerializer(
            SerializationConfig config, CollectionType type, BeanDescription bean, JsonSerializer<?> serializer) {
        return contents(config, bean, serializer);
    }

    @Override
    public JsonSerializer<?> modifyCollectionLikeSerializer(
            SerializationConfig config, CollectionLikeType type, BeanDescription bean, JsonSerializer<?> serializer) {
        return contents(config, bean, serializer);
    }

    @Override
    public JsonSerializer<?> modifyMapSerializer(
            SerializationConfig config, MapType type, BeanDescription bean, JsonSerializer<?> serializer) {
        return contents(config, bean, serializer);
    }

    @Override
    public JsonSerializer<?> modifyMapLikeSerializer(
            SerializationConfig config, MapLikeType type, BeanDescription bean, JsonSerializer<?> serializer) {
        return contents(config, bean, serializer);
    }

    @Override
    public JsonSerializer<?> modifyEnumSerializer(
            SerializationConfig config, JavaType type, BeanDescription bean, JsonSerializer<?> serializer) {
        return contents(config, bean, serializer);
    }

    @Override
    public JsonSerializer<?> modifyKeySerializer(
            SerializationConfig config, JavaType type, BeanDescription bean, JsonSerializer<?> serializer) {
        ClassScan scan = Scans.of(config, type.getRawClass());
        if (serializer instanceof MaskingKeySerializer) {
            return serializer;
        }
        if (scan.isEmpty()) {
            return asksByClass(type, serializer) ? serializer : new MaskingKeySerializer(serializer, null);
        }
        AnnotatedMember key = bean.findJsonKeyAccessor();
        AnnotatedMember standing = key == null ? bean.findJsonValueAccessor() : key;
        Classification keys = standing == null ? scan.anything() : standingFor(standing, scan);
        return keys == null ? serializer : new MaskingKeySerializer(serializer, keys);
    }
}
