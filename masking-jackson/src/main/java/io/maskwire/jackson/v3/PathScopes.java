package io.maskwire.jackson.v3;

import io.maskwire.policy.Classification;
import io.maskwire.spi.PathRules;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamContext;

/** Which path rules hold at the place being written: those for the place itself and for what it is in. */
final class PathScopes {

    private record Scope(Classification classification, int depth) {}

    private final PathRules rules;
    private final JsonGenerator generator;
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private int depth;

    PathScopes(PathRules rules, JsonGenerator generator) {
        this.rules = rules;
        this.generator = generator;
        enterContainersAround(generator.streamWriteContext());
    }

    /** A document may begin in the midst of another that was written by hand. */
    private void enterContainersAround(TokenStreamContext context) {
        if (!context.inRoot()) {
            enterContainersAround(context.getParent());
            Classification selected = at(context.getParent());
            depth++;
            enter(selected);
        }
    }

    private @Nullable Classification at(TokenStreamContext context) {
        boolean candidate = context.inRoot() || rules.mayEndWith(context.inObject() ? context.currentName() : null);
        return candidate ? rules.at(new ContextPlace(context)) : null;
    }

    /** What rules say about the next value. */
    @Nullable
    Classification here() {
        return Classification.both(around(), selected());
    }

    /** What rules say about exactly the next value. */
    @Nullable
    Classification selected() {
        return at(generator.streamWriteContext());
    }

    private @Nullable Classification around() {
        Scope innermost = scopes.peek();
        return innermost == null ? null : innermost.classification();
    }

    void opened(@Nullable Classification selected) {
        depth++;
        enter(selected);
    }

    void closed() {
        depth--;
        leave();
    }

    /** A type id may open and close any number of containers. */
    void recount(@Nullable Classification selected) {
        int before = depth;
        depth = ContextPlace.depth(generator.streamWriteContext());
        if (depth > before && selected != null) {
            scopes.push(new Scope(selected.and(around()), before + 1));
        }
        leave();
    }

    private void enter(@Nullable Classification selected) {
        if (selected != null) {
            scopes.push(new Scope(selected.and(around()), depth));
        }
    }

    private void leave() {
        while (!scopes.isEmpty() && scopes.peek().depth() > depth) {
            scopes.pop();
        }
    }
}
