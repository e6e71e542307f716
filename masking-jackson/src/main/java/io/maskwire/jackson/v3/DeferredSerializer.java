package io.maskwire.jackson.v3;

import io.maskwire.jackson.scope.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.std.StdConvertingSerializer;
import tools.jackson.databind.util.Converter;

/**
 * Stands for the serializer and the converter that annotations name, until Jackson asks for the real ones; without a name
 * for the serializer of whatever a converter makes.
 */
final class DeferredSerializer extends ValueSerializer<Object> {

    private final Annotated annotated;
    private final @Nullable Object definition;
    private final @Nullable Object converter;
    private final @Nullable Scope scope;
    private @Nullable ValueSerializer<Object> real;

    /** With a converter if this is to convert; without one Jackson does, if anything is to be converted. */
    DeferredSerializer(
            Annotated annotated, @Nullable Object definition, @Nullable Object converter, @Nullable Scope scope) {
        this.annotated = annotated;
        this.definition = definition;
        this.converter = converter;
        this.scope = scope;
    }

    /** Called once, before any other thread sees this serializer. */
    @Override
    public void resolve(SerializationContext context) {
        real = real(context);
    }

    private @Nullable ValueSerializer<Object> real(SerializationContext context) {
        ValueSerializer<Object> named = context.serializerInstance(annotated, definition);
        Converter<Object, Object> converts = context.converterInstance(annotated, converter);
        if (converts != null) {
            JavaType converted = converts.getOutputType(context.getTypeFactory());
            return new StdConvertingSerializer(converts, converted, named, null);
        }
        return definition == null ? new ConvertedSerializer(null) : named;
    }

    @Override
    public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty property) {
        return new MaskingSerializer(context.handleSecondaryContextualization(known(), property), scope);
    }

    private ValueSerializer<Object> known() {
        ValueSerializer<Object> known = real;
        if (known == null) {
            throw new IllegalStateException("Jackson used a serializer before resolving it");
        }
        return known;
    }

    /** Jackson asks no context for the contents of what a converter of contents made, and converts them no more. */
    private ValueSerializer<Object> ofConverted() {
        return new MaskingSerializer(converter == null ? known() : new ConvertedSerializer(null), scope);
    }

    @Override
    public void serialize(Object value, JsonGenerator g, SerializationContext context) {
        ofConverted().serialize(value, g, context);
    }

    @Override
    public void serializeWithType(Object value, JsonGenerator g, SerializationContext context, TypeSerializer typed) {
        ofConverted().serializeWithType(value, g, context, typed);
    }

    @Override
    public boolean isEmpty(SerializationContext context, Object value) {
        return ofConverted().isEmpty(context, value);
    }
}
