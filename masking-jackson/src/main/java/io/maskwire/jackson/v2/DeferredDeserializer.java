package io.maskwire.jackson.v2;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.util.Converter;
import io.maskwire.jackson.scope.ReadPlan;
import org.jspecify.annotations.Nullable;

/** Stands for the deserializer and the converter that annotations of a class name, until Jackson asks for the real ones. */
final class DeferredDeserializer extends JsonDeserializer<Object>
        implements ContextualDeserializer, ResolvableDeserializer {

    private final Annotated annotated;
    private final @Nullable Object definition;
    private final @Nullable Object converter;
    private final Reading reading;
    private final ReadPlan plan;
    private @Nullable JsonDeserializer<Object> real;

    DeferredDeserializer(
            Annotated annotated,
            @Nullable Object definition,
            @Nullable Object converter,
            Reading reading,
            ReadPlan plan) {
        this.annotated = annotated;
        this.definition = definition;
        this.converter = converter;
        this.reading = reading;
        this.plan = plan;
    }

    /** Called once, before any other thread sees this deserializer. */
    @Override
    public void resolve(DeserializationContext context) throws JsonMappingException {
        real = real(context);
    }

    private @Nullable JsonDeserializer<Object> real(DeserializationContext context) throws JsonMappingException {
        JsonDeserializer<Object> named = context.deserializerInstance(annotated, definition);
        Converter<Object, Object> converts = context.converterInstance(annotated, converter);
        return converts == null
                ? named
                : new StdDelegatingDeserializer<>(converts, converts.getInputType(context.getTypeFactory()), named);
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
            throws JsonMappingException {
        JsonDeserializer<Object> known = real;
        if (known == null) {
            throw new IllegalStateException("Jackson used a deserializer before resolving it");
        }
        return new GuardedDeserializer(
                context.handleSecondaryContextualization(known, property, annotated.getType()), reading, plan);
    }

    @Override
    public Object deserialize(JsonParser p, DeserializationContext context) {
        throw new IllegalStateException("Jackson called a deserializer before it was ready");
    }
}
