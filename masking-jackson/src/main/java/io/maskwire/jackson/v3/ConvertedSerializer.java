package io.maskwire.jackson.v3;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;

/** Writes what a converter made by the serializer of its class. */
final class ConvertedSerializer extends ValueSerializer<Object> {

    private final @Nullable BeanProperty property;

    ConvertedSerializer(@Nullable BeanProperty property) {
        this.property = property;
    }

    @Override
    public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty of) {
        return new ConvertedSerializer(of);
    }

    private ValueSerializer<Object> real(Object value, SerializationContext context) {
        return context.findContentValueSerializer(value.getClass(), property);
    }

    @Override
    public void serialize(Object value, JsonGenerator g, SerializationContext context) {
        real(value, context).serialize(value, g, context);
    }

    @Override
    public void serializeWithType(Object value, JsonGenerator g, SerializationContext context, TypeSerializer typed) {
        real(value, context).serializeWithType(value, g, context, typed);
    }

    @Override
    public boolean isEmpty(SerializationContext context, Object value) {
        return value == null || real(value, context).isEmpty(context, value);
    }
}
