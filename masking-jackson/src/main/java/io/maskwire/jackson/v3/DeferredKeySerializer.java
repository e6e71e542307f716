package io.maskwire.jackson.v3;

import io.maskwire.policy.Classification;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.introspect.Annotated;

/**
 * Stands for the key serializer of a member until Jackson asks for the real one: of a member with marked keys, or of one
 * that names a serializer for keys of whatever class.
 */
final class DeferredKeySerializer extends ValueSerializer<Object> {

    private final Annotated member;
    private final @Nullable Object definition;
    private final @Nullable Classification keys;

    DeferredKeySerializer(Annotated member, @Nullable Object definition, @Nullable Classification keys) {
        this.member = member;
        this.definition = definition;
        this.keys = keys;
    }

    @Override
    public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty property) {
        ValueSerializer<Object> own = context.serializerInstance(member, definition);
        // By the class of each key: a map in a map may have keys of another type.
        ValueSerializer<?> real =
                own == null ? context.findKeySerializer(Object.class, property) : contextual(context, own, property);
        return new MaskingKeySerializer(real, keys);
    }

    private static ValueSerializer<?> contextual(
            SerializationContext context, ValueSerializer<?> serializer, @Nullable BeanProperty property) {
        return context.handleSecondaryContextualization(serializer, property);
    }

    @Override
    public void serialize(Object key, JsonGenerator g, SerializationContext context) {
        throw new IllegalStateException("Jackson called a serializer of map keys before it was ready");
    }
}
