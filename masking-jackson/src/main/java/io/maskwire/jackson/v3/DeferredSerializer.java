package io.maskwire.jackson.v3;

import io.maskwire.jackson.scope.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.introspect.Annotated;

/**
 * Stands for the serializer that {@code @JsonSerialize(using = …)} names, until Jackson asks for the real one; without a
 * name for the one of whatever a converter makes.
 */
final class DeferredSerializer extends ValueSerializer<Object> {

    private final Annotated annotated;
    private final @Nullable Object definition;
    private final @Nullable Scope scope;
    private @Nullable ValueSerializer<Object> real;

    DeferredSerializer(Annotated annotated, @Nullable Object definition, @Nullable Scope scope) {
        this.annotated = annotated;
        this.definition = definition;
        this.scope = scope;
    }

    /** Called once, before any other thread sees this serializer. */
    @Override
    public void resolve(SerializationContext context) {
        real = definition == null ? new ConvertedSerializer(null) : context.serializerInstance(annotated, definition);
    }

    @Override
    public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty property) {
        ValueSerializer<Object> known = real;
        if (known == null) {
            throw new IllegalStateException("Jackson used a serializer before resolving it");
        }
        return new MaskingSerializer(context.handleSecondaryContextualization(known, property), scope);
    }

    @Override
    public void serialize(Object value, JsonGenerator g, SerializationContext context) {
        throw new IllegalStateException("Jackson called a serializer before it was ready");
    }
}
