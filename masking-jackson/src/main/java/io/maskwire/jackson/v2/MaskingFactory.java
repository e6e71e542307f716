package io.maskwire.jackson.v2;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.SerializerFactory;
import com.fasterxml.jackson.databind.ser.Serializers;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what another factory makes once all modifiers are through: one that comes after ours may have put a serializer
 * of its own in the place of one that masks.
 */
final class MaskingFactory extends SerializerFactory {

    private final SerializerFactory original;
    private final MaskingSerializerModifier modifier;

    MaskingFactory(SerializerFactory original, MaskingSerializerModifier modifier) {
        this.original = original;
        this.modifier = modifier;
    }

    @Override
    @SuppressWarnings("unchecked") // As Jackson's own factory does.
    public @Nullable JsonSerializer<Object> createSerializer(SerializerProvider context, JavaType type)
            throws JsonMappingException {
        JsonSerializer<Object> made = original.createSerializer(context, type);
        return (JsonSerializer<Object>) modifier.finished(context.getConfig(), type, made);
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable JsonSerializer<Object> createKeySerializer(
            SerializerProvider context, JavaType type, @Nullable JsonSerializer<Object> usual)
            throws JsonMappingException {
        JsonSerializer<Object> made = original.createKeySerializer(context, type, usual);
        SerializationConfig config = context.getConfig();
        return made == null
                ? null
                : (JsonSerializer<Object>) modifier.modifyKeySerializer(config, type, config.introspect(type), made);
    }

    // What follows belongs to the original

    @Override
    @Deprecated
    public JsonSerializer<Object> createKeySerializer(
            SerializationConfig config, JavaType type, @Nullable JsonSerializer<Object> usual)
            throws JsonMappingException {
        return original.createKeySerializer(config, type, usual);
    }

    @Override
    public TypeSerializer createTypeSerializer(SerializationConfig config, JavaType type) throws JsonMappingException {
        return original.createTypeSerializer(config, type);
    }

    @Override
    public SerializerFactory withAdditionalSerializers(Serializers additional) {
        return new MaskingFactory(original.withAdditionalSerializers(additional), modifier);
    }

    @Override
    public SerializerFactory withAdditionalKeySerializers(Serializers additional) {
        return new MaskingFactory(original.withAdditionalKeySerializers(additional), modifier);
    }

    @Override
    public SerializerFactory withSerializerModifier(BeanSerializerModifier another) {
        return new MaskingFactory(original.withSerializerModifier(another), modifier);
    }
}
