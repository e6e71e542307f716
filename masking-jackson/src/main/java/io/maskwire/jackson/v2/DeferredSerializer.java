package io.maskwire.jackson.v2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;
import io.maskwire.jackson.scope.Scope;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Stands for the serializer that {@code @JsonSerialize(using = …)} names, until Jackson asks for the real one; without a
 * name for the one of whatever a converter makes.
 */
final class DeferredSerializer extends JsonSerializer<Object> implements ContextualSerializer, ResolvableSerializer {

    private final Annotated annotated;
    private final @Nullable Object definition;
    private final @Nullable Scope scope;
    private @Nullable JsonSerializer<Object> real;

    DeferredSerializer(Annotated annotated, @Nullable Object definition, @Nullable Scope scope) {
        this.annotated = annotated;
        this.definition = definition;
        this.scope = scope;
    }

    /** Called once, before any other thread sees this serializer. */
    @Override
    public void resolve(SerializerProvider context) throws JsonMappingException {
        real = definition == null ? new ConvertedSerializer(null) : context.serializerInstance(annotated, definition);
    }

    @Override
    public JsonSerializer<?> createContextual(SerializerProvider context, @Nullable BeanProperty property)
            throws JsonMappingException {
        JsonSerializer<Object> known = real;
        if (known == null) {
            throw new IllegalStateException("Jackson used a serializer before resolving it");
        }
        return new MaskingSerializer(context.handleSecondaryContextualization(known, property), scope);
    }

    @Override
    public void serialize(Object value, JsonGenerator g, SerializerProvider context) throws IOException {
        throw new IllegalStateException("Jackson called a serializer before it was ready");
    }
}
