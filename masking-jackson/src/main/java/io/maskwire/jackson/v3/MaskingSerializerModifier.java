package io.maskwire.jackson.v3;

import io.maskwire.jackson.scope.Scope;
import io.maskwire.policy.Classification;
import io.maskwire.scan.ClassScan;
import io.maskwire.scan.Marks;
import io.maskwire.scan.PropertyNames;
import io.maskwire.spi.MaskingEngine;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.ser.BeanSerializerBuilder;
import tools.jackson.databind.ser.PropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.bean.BeanSerializerBase;
import tools.jackson.databind.ser.jackson.JsonValueSerializer;
import tools.jackson.databind.ser.std.StdContainerSerializer;
import tools.jackson.databind.type.ArrayType;
import tools.jackson.databind.type.CollectionLikeType;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.type.MapLikeType;
import tools.jackson.databind.type.MapType;

/** Puts masking around the serializers of marked classes. Serializers of other classes stay Jackson's own. */
final class MaskingSerializerModifier extends ValueSerializerModifier {

    private static final long serialVersionUID = 1L;

    private final transient MaskingEngine engine;

    MaskingSerializerModifier(MaskingEngine engine) {
        this.engine = engine;
    }

    MaskingEngine engine() {
        return engine;
    }

    @Override
    public BeanSerializerBuilder updateBuilder(
            SerializationConfig config, BeanDescription.Supplier bean, BeanSerializerBuilder builder) {
        ClassScan scan = Scans.of(config, bean.getBeanClass());
        new BeanMasking(engine, config, bean, scan).apply(builder);
        return builder;
    }

    @Override
    public ValueSerializer<?> modifySerializer(
            SerializationConfig config, BeanDescription.Supplier bean, ValueSerializer<?> serializer) {
        ClassScan scan = Scans.of(config, bean.getBeanClass());
        if (scan.isEmpty() || serializer instanceof MaskingSerializer || masksItself(serializer, scan)) {
            return serializer;
        }
        return new MaskingSerializer(serializer, scope(bean, serializer, scan));
    }

    /** What a factory made of all modifiers, masking if another one took that away. */
    ValueSerializer<?> finished(
            SerializationConfig config, JavaType type, BeanDescription.Supplier bean, ValueSerializer<?> made) {
        for (ValueSerializer<?> at = made; at != null; at = at.getDelegatee()) {
            if (at instanceof MaskingSerializer || at instanceof DeferredSerializer) {
                return made;
            }
        }
        boolean contains = type.isContainerType() || type.isEnumType();
        return contains ? contents(config, bean, made) : modifySerializer(config, bean, made);
    }

    private static Scope scope(BeanDescription.Supplier bean, ValueSerializer<?> serializer, ClassScan scan) {
        AnnotatedMember value =
                serializer instanceof JsonValueSerializer ? bean.get().findJsonValueAccessor() : null;
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
    private static boolean masksItself(ValueSerializer<?> serializer, ClassScan scan) {
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

    private static ValueSerializer<?> contents(
            SerializationConfig config, BeanDescription.Supplier bean, ValueSerializer<?> serializer) {
        ClassScan scan = Scans.of(config, bean.getBeanClass());
        return scan.isEmpty() || serializer instanceof MaskingSerializer
                ? serializer
                : new MaskingSerializer(
                        serializer, isJacksonsOwn(serializer) ? Scope.ofContainer(scan) : Scope.ofHandWritten(scan));
    }

    /** Jackson's own serializers of containers write what is contained and no member of the class. */
    private static boolean isJacksonsOwn(ValueSerializer<?> serializer) {
        return serializer instanceof StdContainerSerializer<?>
                && serializer.getClass().getName().startsWith("tools.jackson.databind.ser.");
    }

    /** True if each key is of the declared class, or Jackson asks for the serializer of the class it is. */
    private static boolean asksByClass(JavaType type, ValueSerializer<?> serializer) {
        return !MaskingIntrospector.isOpen(type)
                || type.isJavaLangObject() && serializer.getClass().getName().startsWith("tools.jackson.databind.ser.");
    }

    @Override
    public ValueSerializer<?> modifyArraySerializer(
            SerializationConfig config, ArrayType type, BeanDescription.Supplier bean, ValueSerializer<?> serializer) {
        return serializer;
    }

    @Override
    public ValueSerializer<?> modifyCollectionSerializer(
            SerializationConfig config,
            CollectionType type,
            BeanDescription.Supplier bean,
            ValueSerializer<?> serializer) {
        return contents(config, bean, serializer);
    }

    @Override
    public ValueSerializer<?> modifyCollectionLikeSerializer(
            SerializationConfig config,
            CollectionLikeType type,
            BeanDescription.Supplier bean,
            ValueSerializer<?> serializer) {
        return contents(config, bean, serializer);
    }

    @Override
    public ValueSerializer<?> modifyMapSerializer(
            SerializationConfig config, MapType type, BeanDescription.Supplier bean, ValueSerializer<?> serializer) {
        return contents(config, bean, serializer);
    }

    @Override
    public ValueSerializer<?> modifyMapLikeSerializer(
            SerializationConfig config,
            MapLikeType type,
            BeanDescription.Supplier bean,
            ValueSerializer<?> serializer) {
        return contents(config, bean, serializer);
    }

    @Override
    public ValueSerializer<?> modifyEnumSerializer(
            SerializationConfig config, JavaType type, BeanDescription.Supplier bean, ValueSerializer<?> serializer) {
        return contents(config, bean, serializer);
    }

    @Override
    public ValueSerializer<?> modifyKeySerializer(
            SerializationConfig config, JavaType type, BeanDescription.Supplier bean, ValueSerializer<?> serializer) {
        ClassScan scan = Scans.of(config, type.getRawClass());
        if (serializer instanceof MaskingKeySerializer) {
            return serializer;
        }
        if (scan.isEmpty()) {
            return asksByClass(type, serializer) ? serializer : new MaskingKeySerializer(serializer, null);
        }
        AnnotatedMember key = bean.get().findJsonKeyAccessor();
        AnnotatedMember standing = key == null ? bean.get().findJsonValueAccessor() : key;
        Classification keys = standing == null ? scan.anything() : standingFor(standing, scan);
        return keys == null ? serializer : new MaskingKeySerializer(serializer, keys);
    }
}
