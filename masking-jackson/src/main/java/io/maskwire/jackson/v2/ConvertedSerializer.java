package io.maskwire.jackson.v2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Writes what a converter made by the serializer of its class. */
final class ConvertedSerializer extends JsonSerializer<Object> implements ContextualSerializer {

    private final @Nullable BeanProperty property;

    ConvertedSerializer(@Nullable BeanProperty property) {
        this.property = property;
    }

    @Override
    public JsonSerializer<?> createContextual(SerializerProvider context, @Nullable BeanProperty of)
            throws JsonMappingException {
        return new ConvertedSerializer(of);
    }

    private JsonSerializer<Object> real(Object value, SerializerProvider context) throws JsonMappingException {
        return context.findContentValueSerializer(value.getClass(), property);
    }

    @Override
    public void serialize(Object value, JsonGenerator g, SerializerProvider context) throws IOException {
        real(value, context).serialize(value, g, context);
    }

    @Override
    public void serializeWithType(Object value, JsonGenerator g, SerializerProvider context, TypeSerializer typed)
            throws IOException {
        real(value, context).serializeWithType(value, g, context, typed);
    }

    @Override
    public boolean isEmpty(SerializerProvider context, Object value) {
        try {
            return value == null || real(value, context).isEmpty(context, value);
        } catch (JsonMappingException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
