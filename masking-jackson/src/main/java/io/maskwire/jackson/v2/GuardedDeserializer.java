package io.maskwire.jackson.v2;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.util.ClassUtil;
import com.fasterxml.jackson.databind.util.NameTransformer;
import io.maskwire.jackson.scope.Posted;
import io.maskwire.jackson.scope.ReadFrames.Frame;
import io.maskwire.jackson.scope.ReadPlan;
import io.maskwire.jackson.scope.ReadRefusal;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Lets another deserializer read an object whose class has marks: no masked value gets in, and no message quotes one. */
final class GuardedDeserializer extends DelegatingDeserializer {

    /** Reads from the parser it is given. */
    private interface Read {
        @Nullable
        Object from(JsonParser parser) throws IOException;
    }

    private static final long serialVersionUID = 1L;

    private final transient Reading reading;
    private final transient ReadPlan plan;

    GuardedDeserializer(JsonDeserializer<?> original, Reading reading, ReadPlan plan) {
        super(original);
        this.reading = reading;
        this.plan = plan;
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> other) {
        return new GuardedDeserializer(other, reading, plan);
    }

    @Override
    public JsonDeserializer<Object> unwrappingDeserializer(NameTransformer transformer) {
        JsonDeserializer<?> unwrapping = _delegatee.unwrappingDeserializer(transformer);
        return new GuardedDeserializer(unwrapping, reading, plan.renamed(transformer::transform));
    }

    @Override
    public @Nullable Object deserialize(JsonParser p, DeserializationContext context) throws IOException {
        return guarded(p, context, parser -> _delegatee.deserialize(parser, context));
    }

    @Override
    @SuppressWarnings("unchecked") // As Jackson's own delegating deserializers do.
    public @Nullable Object deserialize(JsonParser p, DeserializationContext context, Object into) throws IOException {
        JsonDeserializer<Object> delegatee = (JsonDeserializer<Object>) _delegatee;
        return guarded(p, context, parser -> delegatee.deserialize(parser, context, into));
    }

    /** The type id may stand behind what it is needed for: that is read here already. */
    @Override
    public @Nullable Object deserializeWithType(JsonParser p, DeserializationContext context, TypeDeserializer typed)
            throws IOException {
        try {
            return _delegatee.deserializeWithType(p, context, typed);
        } catch (StreamReadException failure) {
            throw reading.reports() || reading.posted(context).isJudged(failure)
                    ? failure
                    : ReadErrors.of(ReadRefusal.UNREADABLE, handledType(), null);
        }
    }

    private @Nullable Object guarded(JsonParser p, DeserializationContext context, Read read) throws IOException {
        if (reading.reports()) {
            return read.from(p);
        }
        Posted posted = reading.posted(context);
        GuardedParser parser = p instanceof GuardedParser known ? known : new GuardedParser(p, context, posted);
        JsonToken at = p.currentToken();
        boolean hasNames = at == JsonToken.START_OBJECT || at == JsonToken.FIELD_NAME || at == JsonToken.END_OBJECT;
        Frame frame = parser.frames().enter(plan, hasNames);
        try {
            parser.entered();
            return read.from(parser);
        } catch (IOException | RuntimeException failure) {
            Exception shown = posted.judged(ReadErrors.shown(failure, handledType(), frame, parser));
            ClassUtil.throwIfRTE(shown);
            throw (IOException) shown;
        } finally {
            parser.frames().leave(frame);
        }
    }
}
