package io.maskwire.jackson.v3;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.maskwire.jackson.scope.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.std.DelegatingSerializer;

/**
 * Lets another serializer write inside a scope: for a marked class that Jackson doesn't write property by property.
 * Without a scope of its own, the class of each value decides.
 */
final class MaskingSerializer extends DelegatingSerializer {

    /** What holds for values of one class. */
    private record ByClass(Class<?> type, Scope scope) {}

    private final @Nullable Scope scope;
    /** For the class met last; neighbours often are of one. */
    private @Nullable ByClass latest;

    MaskingSerializer(ValueSerializer<?> original, @Nullable Scope scope) {
        super(original);
        this.scope = scope;
    }

    @Override
    protected ValueSerializer<Object> newDelegatingInstance(ValueSerializer<?> other) {
        return new MaskingSerializer(other, scope);
    }

    private Scope scope(Object value, SerializationContext context) {
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

    private static @Nullable MaskingGenerator masking(Scope here, JsonGenerator g, SerializationContext context) {
        return here.isEmpty() ? null : Document.of(context).over(g);
    }

    private static RuntimeException shown(
            RuntimeException failure, Scope here, Object value, SerializationContext context) {
        return (RuntimeException) WriteErrors.shown(failure, here, value.getClass(), null, context);
    }

    @Override
    public void serialize(Object value, JsonGenerator g, SerializationContext context) {
        Scope here = scope(value, context);
        MaskingGenerator masking = masking(here, g, context);
        if (masking == null) {
            _delegatee.serialize(value, g, context);
            return;
        }
        MaskingGenerator.Outer before = masking.enter(here, null);
        try {
            _delegatee.serialize(value, masking.inFrontOf(g), context);
        } catch (RuntimeException failure) {
            throw shown(failure, here, value, context);
        } finally {
            masking.leave(before);
        }
    }

    @Override
    public void serializeWithType(Object value, JsonGenerator g, SerializationContext context, TypeSerializer typed) {
        Scope here = scope(value, context);
        MaskingGenerator masking = masking(here, g, context);
        if (masking == null) {
            _delegatee.serializeWithType(value, g, context, typed);
            return;
        }
        MaskingGenerator.Outer before = masking.enter(here, null);
        try {
            _delegatee.serializeWithType(value, masking.inFrontOf(g), context, typed);
        } catch (RuntimeException failure) {
            throw shown(failure, here, value, context);
        } finally {
            masking.leave(before);
        }
    }

    @Override
    public @Nullable ValueSerializer<?> withFormatOverrides(SerializationConfig config, JsonFormat.Value overrides) {
        ValueSerializer<?> other = _delegatee.withFormatOverrides(config, overrides);
        return other == null ? null : _newIfChanged(other);
    }
}
