package io.maskwire.jackson.v2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.PropertyWriter;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;
import com.fasterxml.jackson.databind.util.NameTransformer;
import io.maskwire.jackson.scope.Scope;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets another serializer write inside a scope: for a marked class that Jackson doesn't write property by property.
 * Without a scope of its own, the class of each value decides.
 */
final class MaskingSerializer extends JsonSerializer<Object> implements ContextualSerializer, ResolvableSerializer {

    private final JsonSerializer<Object> original;
    /** What holds for values of one class. */
    private record ByClass(Class<?> type, Scope scope) {}

    private final @Nullable Scope scope;
    /** For the class met last; neighbours often are of one. */
    private @Nullable ByClass latest;

    @SuppressWarnings("unchecked")
    MaskingSerializer(JsonSerializer<?> original, @Nullable Scope scope) {
        this.original = (JsonSerializer<Object>) original;
        this.scope = scope;
    }

    private JsonSerializer<Object> with(JsonSerializer<?> other) {
        return other == original ? this : new MaskingSerializer(other, scope);
    }

    private Scope scope(Object value, SerializerProvider context) {
        if (scope != null) {
            return scope;
        }
        ByClass known = latest;
        if (known == null || known.type() != value.getClass()) {
            known = new ByClass(value.getClass(), Scope.ofHandWritten(Scans.of(context.getConfig(), value.getClass())));
            latest = known;
        }
        return known.scope();
    }

    private static @Nullable MaskingGenerator masking(Scope here, JsonGenerator g, SerializerProvider context) {
        return here.isEmpty() ? null : Document.of(context).over(g);
    }

    private static IOException shown(Exception failure, Scope here, Object value, SerializerProvider context) {
        Exception shown = WriteErrors.shown(failure, here, value.getClass(), null, context);
        if (shown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        return (IOException) shown;
    }

    @Override
    public void serialize(Object value, JsonGenerator g, SerializerProvider context) throws IOException {
        Scope here = scope(value, context);
        MaskingGenerator masking = masking(here, g, context);
        if (masking == null) {
            original.serialize(value, g, context);
            return;
        }
        MaskingGenerator.Outer before = masking.enter(here, null);
        try {
            original.serialize(value, masking.inFrontOf(g), context);
        } catch (IOException | RuntimeException failure) {
            throw shown(failure, here, value, context);
        } finally {
            masking.leave(before);
        }
    }

    @Override
    public void serializeWithType(Object value, JsonGenerator g, SerializerProvider context, TypeSerializer typed)
            throws IOException {
        Scope here = scope(value, context);
        MaskingGenerator masking = masking(here, g, context);
        if (masking == null) {
            original.serializeWithType(value, g, context, typed);
            return;
        }
        MaskingGenerator.Outer before = masking.enter(here, null);
        try {
            original.serializeWithType(value, masking.inFrontOf(g), context, typed);
        } catch (IOException | RuntimeException failure) {
            throw shown(failure, here, value, context);
        } finally {
            masking.leave(before);
        }
    }

    @Override
    public JsonSerializer<?> createContextual(SerializerProvider context, @Nullable BeanProperty property)
            throws JsonMappingException {
        return with(context.handleSecondaryContextualization(original, property));
    }

    @Override
    public void resolve(SerializerProvider context) throws JsonMappingException {
        if (original instanceof ResolvableSerializer resolvable) {
            resolvable.resolve(context);
        }
    }

    @Override
    public JsonSerializer<Object> replaceDelegatee(JsonSerializer<?> other) {
        return with(other);
    }

    @Override
    public JsonSerializer<Object> unwrappingSerializer(NameTransformer unwrapper) {
        return with(original.unwrappingSerializer(unwrapper));
    }

    @Override
    public JsonSerializer<?> withFilterId(Object filterId) {
        return with(original.withFilterId(filterId));
    }

    @Override
    public JsonSerializer<?> withIgnoredProperties(Set<String> ignored) {
        return with(original.withIgnoredProperties(ignored));
    }

    // What follows belongs to the original

    @Override
    public boolean isEmpty(SerializerProvider context, Object value) {
        return original.isEmpty(context, value);
    }

    @Override
    public Class<Object> handledType() {
        return original.handledType();
    }

    @Override
    public boolean usesObjectId() {
        return original.usesObjectId();
    }

    @Override
    public boolean isUnwrappingSerializer() {
        return original.isUnwrappingSerializer();
    }

    @Override
    public JsonSerializer<?> getDelegatee() {
        return original;
    }

    @Override
    public Iterator<PropertyWriter> properties() {
        return original.properties();
    }

    @Override
    public void acceptJsonFormatVisitor(JsonFormatVisitorWrapper visitor, JavaType type) throws JsonMappingException {
        original.acceptJsonFormatVisitor(visitor, type);
    }
}
