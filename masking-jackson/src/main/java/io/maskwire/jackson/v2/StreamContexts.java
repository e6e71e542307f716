package io.maskwire.jackson.v2;

import com.fasterxml.jackson.core.JsonStreamContext;
import io.maskwire.jackson.scope.Contexts;
import org.jspecify.annotations.Nullable;

/** Where a generator of Jackson 2 is. */
final class StreamContexts implements Contexts<JsonStreamContext> {

    static final StreamContexts ALL = new StreamContexts();

    private StreamContexts() {}

    @Override
    public @Nullable JsonStreamContext parent(JsonStreamContext context) {
        return context.getParent();
    }

    @Override
    public boolean inRoot(JsonStreamContext context) {
        return context.inRoot();
    }

    @Override
    public boolean inObject(JsonStreamContext context) {
        return context.inObject();
    }

    @Override
    public @Nullable String name(JsonStreamContext context) {
        return context.getCurrentName();
    }

    @Override
    public @Nullable Object value(JsonStreamContext context) {
        return context.getCurrentValue();
    }
}
