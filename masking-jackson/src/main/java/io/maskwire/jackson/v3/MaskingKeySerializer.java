package io.maskwire.jackson.v3;

import io.maskwire.policy.Classification;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Lets another key serializer write a masked name. Without a classification of its own, the class of each key decides. */
final class MaskingKeySerializer extends ValueSerializer<Object> {

    private final ValueSerializer<Object> original;
    private final @Nullable Classification keys;

    @SuppressWarnings("unchecked")
    MaskingKeySerializer(ValueSerializer<?> original, @Nullable Classification keys) {
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
        Classification here = keys == null ? ofClass(key, context) : keys;
        MaskingGenerator masking = here == null ? null : Document.of(context).over(g);
        if (masking == null) {
            original.serialize(key, g, context);
            return;
        }
        Classification before = masking.enterNames(here);
        try {
            original.serialize(key, masking.inFrontOf(g), context);
        } finally {
            masking.leaveNames(before);
        }
    }

    /** What any member of a key says: nobody can tell which of them a name shows. */
    private static @Nullable Classification ofClass(Object key, SerializationContext context) {
        return Scans.of(context.getConfig(), key.getClass()).anything();
    }

    @Override
    public Class<?> handledType() {
        return original.handledType();
    }
}
