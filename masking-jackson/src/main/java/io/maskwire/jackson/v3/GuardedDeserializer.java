package io.maskwire.jackson.v3;

import io.maskwire.jackson.scope.Posted;
import io.maskwire.jackson.scope.ReadFrames.Frame;
import io.maskwire.jackson.scope.ReadPlan;
import io.maskwire.jackson.scope.ReadRefusal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.exc.CollectedProblem;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.util.NameTransformer;

/** Lets another deserializer read an object whose class has marks: no masked value gets in, and no message quotes one. */
final class GuardedDeserializer extends DelegatingDeserializer {

    private final Reading reading;
    private final ReadPlan plan;

    GuardedDeserializer(ValueDeserializer<?> original, Reading reading, ReadPlan plan) {
        super(original);
        this.reading = reading;
        this.plan = plan;
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> other) {
        return new GuardedDeserializer(other, reading, plan);
    }

    @Override
    public ValueDeserializer<Object> unwrappingDeserializer(
            DeserializationContext context, NameTransformer transformer) {
        ValueDeserializer<?> unwrapping = _delegatee.unwrappingDeserializer(context, transformer);
        return new GuardedDeserializer(unwrapping, reading, plan.renamed(transformer::transform));
    }

    @Override
    public @Nullable Object deserialize(JsonParser p, DeserializationContext context) {
        return guarded(p, context, parser -> _delegatee.deserialize(parser, context));
    }

    @Override
    @SuppressWarnings("unchecked") // As Jackson's own delegating deserializers do.
    public @Nullable Object deserialize(JsonParser p, DeserializationContext context, Object into) {
        ValueDeserializer<Object> delegatee = (ValueDeserializer<Object>) _delegatee;
        return guarded(p, context, parser -> delegatee.deserialize(parser, context, into));
    }

    /** The type id may stand behind what it is needed for: that is read here already. */
    @Override
    public @Nullable Object deserializeWithType(JsonParser p, DeserializationContext context, TypeDeserializer typed) {
        try {
            return _delegatee.deserializeWithType(p, context, typed);
        } catch (StreamReadException failure) {
            throw reading.reports() || reading.posted(context).isJudged(failure)
                    ? failure
                    : ReadErrors.of(ReadRefusal.UNREADABLE, handledType(), null);
        }
    }

    private @Nullable Object guarded(
            JsonParser p, DeserializationContext context, Function<JsonParser, @Nullable Object> read) {
        if (reading.reports()) {
            return read.apply(p);
        }
        Posted posted = reading.posted(context);
        GuardedParser parser = p instanceof GuardedParser known ? known : new GuardedParser(p, context, posted);
        JsonToken at = p.currentToken();
        boolean hasNames = at == JsonToken.START_OBJECT || at == JsonToken.PROPERTY_NAME || at == JsonToken.END_OBJECT;
        Frame frame = parser.frames().enter(plan, hasNames);
        List<CollectedProblem> problems = CollectedProblems.enter(context, frame);
        try {
            parser.entered();
            return read.apply(parser);
        } catch (RuntimeException failure) {
            throw posted.judged(ReadErrors.shown(failure, handledType(), frame, parser));
        } finally {
            CollectedProblems.leave(context, problems);
            parser.frames().leave(frame);
        }
    }
}
