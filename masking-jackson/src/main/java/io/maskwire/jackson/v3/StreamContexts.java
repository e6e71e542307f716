package io.maskwire.jackson.v3;

import io.maskwire.jackson.scope.Contexts;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamContext;

/** Where a generator of Jackson 3 is. */
final class StreamContexts implements Contexts<TokenStreamContext> {

    static final StreamContexts ALL = new StreamContexts();

    private StreamContexts() {}

    @Override
    public @Nullable TokenStreamContext parent(TokenStreamContext context) {
        return context.getParent();
    }

    @Override
    public boolean inRoot(TokenStreamContext context) {
        return context.inRoot();
    }

    @Override
    public boolean inObject(TokenStreamContext context) {
        return context.inObject();
    }

    @Override
    public @Nullable String name(TokenStreamContext context) {
        return context.currentName();
    }

    @Override
    public @Nullable Object value(TokenStreamContext context) {
        return context.currentValue();
    }
}
