package io.maskwire.jackson.v2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.util.Converter;
import io.maskwire.jackson.scope.Scope;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Stands for the serializer and the converter that annotations name, until Jackson asks for the real ones; without a name
 * for the serializer of whatever a converter makes.
 */
final class DeferredSerializer extends JsonSerializer<Object> implements ContextualSerializer, ResolvableSerializer {

    private final Annotated annotated;
    private final @Nullable Object definition;
    private final @Nullable Object converter;
    private final @Nullable Scope scope;
    private @Nullable JsonSerializer<Object> real;

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
    public void resolve(SerializerProvider context) throws JsonMappingException {
        real = real(context);
    }

    private @Nullable JsonSerializer<Object> real(SerializerProvider context) throws JsonMappingException {
        JsonSerializer<Object> named = context.serializerInstance(annotated, definition);
        Converter<Object, Object> converts = context.converterInstance(annotated, converter);
        if (converts != null) {
            JavaType converted = converts.getOutputType(context.getTypeFactory());
            return new StdDelegatingSerializer(converts, converted, named);
        }
        return definition == null ? new ConvertedSerializer(null) : named;
    }

    @Override
    public JsonSerializer<?> createContextual(SerializerProvider context, @Nullable BeanProperty property)
            throws JsonMappingException {
        return new MaskingSerializer(context.handleSecondaryContextualization(known(), property), scope);
    }

    private JsonSerializer<Object> known() {
        JsonSerializer<Object> known = real;
        if (known == null) {
            throw new IllegalStateException("Jackson used a serializer before resolving it");
        }
        return known;
    }

    /** Jackson asks no context for the contents of what a converter of contents made, and converts them no more. */
    private JsonSerializer<Object> ofConverted() {
        return new MaskingSerializer(converter == null ? known() : new ConvertedSerializer(null), scope);
    }

    @Override
    public void serialize(Object value, JsonGenerator g, SerializerProvider context) throws IOException {
        ofConverted().serialize(value, g, context);
    }

    @Override
    public void serializeWithType(Object value, JsonGenerator g, SerializerProvider context, TypeSerializer typed)
            throws IOException {
        ofConverted().serializeWithType(value, g, context, typed);
    }

    @Override
    public boolean isEmpty(SerializerProvider context, Object value) {
        return ofConverted().isEmpty(context, value);
    }
}
