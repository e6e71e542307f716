package io.maskwire.jackson.v3;

import io.maskwire.policy.Classification;
import io.maskwire.policy.FieldPath;
import io.maskwire.spi.PathRules;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamContext;

/**
 * Which path rules hold at the place being written: those for the place itself and for what it is in.
 *
 * <p>Keeps the names of the open objects itself: the contexts of some formats forget a name once its value has begun.
 */
final class PathScopes {

    /** The value being written at one depth; used again for the next value there. */
    private static final class Place implements FieldPath.Location {

        private final @Nullable Place parent;
        private @Nullable String name;

        Place(@Nullable Place parent) {
            this.parent = parent;
        }

        @Override
        public @Nullable Place parent() {
            return parent;
        }

        @Override
        public @Nullable String name() {
            return name;
        }
    }

    private record Scope(Classification classification, int depth) {}

    private final PathRules rules;
    private final JsonGenerator generator;
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private final List<Place> places = new ArrayList<>();
    private int depth;

    PathScopes(PathRules rules, JsonGenerator generator) {
        this.rules = rules;
        this.generator = generator;
        places.add(new Place(null));
        // A document may begin in the midst of another that was written by hand.
        enterContainers(generator.streamWriteContext(), 0);
    }

    private void enterContainers(TokenStreamContext context, int known) {
        if (Contexts.depth(context) > known) {
            enterContainers(context.getParent(), known);
            Classification selected = selected();
            opened(selected);
            named(context.inObject() ? context.currentName() : null);
        }
    }

    /** What rules say about the next value. */
    @Nullable
    Classification here() {
        return Classification.both(around(), selected());
    }

    /** What rules say about exactly the next value. */
    @Nullable
    Classification selected() {
        return rules.isEmpty() ? null : rules.at(places.get(depth));
    }

    private @Nullable Classification around() {
        Scope innermost = scopes.peek();
        return innermost == null ? null : innermost.classification();
    }

    void named(@Nullable String name) {
        places.get(depth).name = name;
    }

    void opened(@Nullable Classification selected) {
        depth++;
        if (places.size() == depth) {
            places.add(new Place(places.get(depth - 1)));
        }
        named(null);
        if (selected != null) {
            scopes.push(new Scope(selected.and(around()), depth));
        }
    }

    void closed() {
        depth--;
        leave();
    }

    private void leave() {
        while (!scopes.isEmpty() && scopes.peek().depth() > depth) {
            scopes.pop();
        }
    }

    /** A type id has opened or closed any number of containers. */
    void recount() {
        TokenStreamContext context = generator.streamWriteContext();
        int now = Contexts.depth(context);
        if (now > depth) {
            enterContainers(context, depth);
        } else {
            depth = now;
            leave();
        }
    }
}
