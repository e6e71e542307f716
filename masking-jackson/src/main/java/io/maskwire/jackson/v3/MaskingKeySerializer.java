package io.maskwire.jackson.v3;

import io.maskwire.policy.Classification;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Lets another key serializer write a masked name. */
final class MaskingKeySerializer extends ValueSerializer<Object> {

    private final ValueSerializer<Object> original;
    private final Classification keys;

    @SuppressWarnings("unchecked")
    MaskingKeySerializer(ValueSerializer<?> original, Classification keys) {
        this.original = (ValueSerializer<Object>) original;
        this.keys = keys;
    }

    @Override
    public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty property) {
        ValueSerializer<?> contextual = context.handleSecondaryContextualization(original, property);
        return contextual == original ? this : new MaskingKeySerializer(contextual, keys);
    }

    @Override
    public void serialize(Object key, JsonGenerator g, SerializationContext context) {
        MaskingGenerator masking = Document.of(context).over(g);
        if (masking == null) {
            original.serialize(key, g, context);
            return;
        }
        Classification before = masking.enterNames(keys);
        try {
            original.serialize(key, masking.inFrontOf(g), context);
        } finally {
            masking.leaveNames(before);
        }
    }

    @Override
    public Class<?> handledType() {
        return original.handledType();
    }
}
