package io.maskwire.jackson.v2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import io.maskwire.policy.Classification;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Lets another key serializer write a masked name. Without a classification of its own, the class of each key decides. */
final class MaskingKeySerializer extends JsonSerializer<Object> implements ContextualSerializer {

    private final JsonSerializer<Object> original;
    private final @Nullable Classification keys;

    @SuppressWarnings("unchecked")
    MaskingKeySerializer(JsonSerializer<?> original, @Nullable Classification keys) {
        this.original = (JsonSerializer<Object>) original;
        this.keys = keys;
    }

    @Override
    public JsonSerializer<?> createContextual(SerializerProvider context, @Nullable BeanProperty property)
            throws JsonMappingException {
        JsonSerializer<?> contextual = context.handleSecondaryContextualization(original, property);
        return contextual == original ? this : new MaskingKeySerializer(contextual, keys);
    }

    @Override
    public void serialize(Object key, JsonGenerator g, SerializerProvider context) throws IOException {
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
    private static @Nullable Classification ofClass(Object key, SerializerProvider context) {
        return Scans.of(context.getConfig(), key.getClass()).anything();
    }

    @Override
    public Class<Object> handledType() {
        return original.handledType();
    }
}
