package io.maskwire.jackson.v3;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.maskwire.jackson.scope.Receivers;
import io.maskwire.json.JsonMasker;
import io.maskwire.spi.FixedForms;
import io.maskwire.spi.MaskingEngine;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.SerializerFactory;
import tools.jackson.databind.ser.Serializers;
import tools.jackson.databind.ser.ValueSerializerModifier;

/**
 * Looks at what another factory makes once all modifiers are through: one that comes after ours may have put a serializer
 * of its own in the place of one that masks.
 */
final class MaskingFactory extends SerializerFactory {

    private final SerializerFactory original;
    private final MaskingSerializerModifier modifier;
    private final JsonMasker inStrings;
    private final FixedForms unnamed;

    MaskingFactory(SerializerFactory original, MaskingSerializerModifier modifier, JsonMasker inStrings) {
        this.original = original;
        this.modifier = modifier;
        this.inStrings = inStrings;
        this.unnamed = Receivers.fixedForms(modifier.engine());
    }

    /** Masks JSON that strings hold. */
    JsonMasker inStrings() {
        return inStrings;
    }

    /** Where one text stands for every value of documents without attributes. */
    FixedForms unnamed() {
        return unnamed;
    }

    MaskingEngine engine() {
        return modifier.engine();
    }

    @Override
    @SuppressWarnings("unchecked") // As Jackson's own factory does.
    public ValueSerializer<Object> createSerializer(
            SerializationContext context, JavaType type, BeanDescription.Supplier bean, JsonFormat.Value format) {
        ValueSerializer<Object> made = original.createSerializer(context, type, bean, format);
        return (ValueSerializer<Object>) modifier.finished(context.getConfig(), type, bean, made);
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable ValueSerializer<Object> createKeySerializer(SerializationContext context, JavaType type) {
        ValueSerializer<Object> made = original.createKeySerializer(context, type);
        return made == null
                ? null
                : (ValueSerializer<Object>) modifier.modifyKeySerializer(
                        context.getConfig(), type, context.lazyIntrospectBeanDescription(type), made);
    }

    // What follows belongs to the original

    @Override
    public ValueSerializer<Object> getDefaultNullKeySerializer() {
        return original.getDefaultNullKeySerializer();
    }

    @Override
    public ValueSerializer<Object> getDefaultNullValueSerializer() {
        return original.getDefaultNullValueSerializer();
    }

    @Override
    public SerializerFactory withAdditionalSerializers(Serializers additional) {
        return new MaskingFactory(original.withAdditionalSerializers(additional), modifier, inStrings);
    }

    @Override
    public SerializerFactory withAdditionalKeySerializers(Serializers additional) {
        return new MaskingFactory(original.withAdditionalKeySerializers(additional), modifier, inStrings);
    }

    @Override
    public SerializerFactory withSerializerModifier(ValueSerializerModifier another) {
        return new MaskingFactory(original.withSerializerModifier(another), modifier, inStrings);
    }

    @Override
    public SerializerFactory withNullValueSerializer(ValueSerializer<?> serializer) {
        return new MaskingFactory(original.withNullValueSerializer(serializer), modifier, inStrings);
    }

    @Override
    public SerializerFactory withNullKeySerializer(ValueSerializer<?> serializer) {
        return new MaskingFactory(original.withNullKeySerializer(serializer), modifier, inStrings);
    }
}
