package io.maskwire.jackson.v2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import io.maskwire.policy.Classification;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Stands for the key serializer of a member until Jackson asks for the real one: of a member with marked keys, or of one
 * that names a serializer for keys of whatever class.
 */
final class DeferredKeySerializer extends JsonSerializer<Object> implements ContextualSerializer {

    private final Annotated member;
    private final @Nullable Object definition;
    private final @Nullable Classification keys;

    DeferredKeySerializer(Annotated member, @Nullable Object definition, @Nullable Classification keys) {
        this.member = member;
        this.definition = definition;
        this.keys = keys;
    }

    @Override
    public JsonSerializer<?> createContextual(SerializerProvider context, @Nullable BeanProperty property)
            throws JsonMappingException {
        JsonSerializer<Object> own = context.serializerInstance(member, definition);
        // By the class of each key: a map in a map may have keys of another type.
        JsonSerializer<?> real =
                own == null ? context.findKeySerializer(Object.class, property) : contextual(context, own, property);
        return new MaskingKeySerializer(real, keys);
    }

    private static JsonSerializer<?> contextual(
            SerializerProvider context, JsonSerializer<?> serializer, @Nullable BeanProperty property)
            throws JsonMappingException {
        return context.handleSecondaryContextualization(serializer, property);
    }

    @Override
    public void serialize(Object key, JsonGenerator g, SerializerProvider context) throws IOException {
        throw new IllegalStateException("Jackson called a serializer of map keys before it was ready");
    }
}
