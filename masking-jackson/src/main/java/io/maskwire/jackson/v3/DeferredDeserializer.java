package io.maskwire.jackson.v3;

import io.maskwire.jackson.scope.ReadPlan;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdConvertingDeserializer;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.util.Converter;

/** Stands for the deserializer and the converter that annotations of a class name, until Jackson asks for the real ones. */
final class DeferredDeserializer extends ValueDeserializer<Object> {

    private final Annotated annotated;
    private final @Nullable Object definition;
    private final @Nullable Object converter;
    private final Reading reading;
    private final ReadPlan plan;
    private @Nullable ValueDeserializer<Object> real;

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
    public void resolve(DeserializationContext context) {
        real = real(context);
    }

    private @Nullable ValueDeserializer<Object> real(DeserializationContext context) {
        ValueDeserializer<Object> named = context.deserializerInstance(annotated, definition);
        Converter<Object, Object> converts = context.converterInstance(annotated, converter);
        return converts == null
                ? named
                : new StdConvertingDeserializer<>(converts, converts.getInputType(context.getTypeFactory()), named);
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        ValueDeserializer<Object> known = real;
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
