package io.maskwire.jackson.scope;

import io.maskwire.policy.Classification;
import io.maskwire.policy.FieldPath;
import io.maskwire.spi.PathRules;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which path rules hold at the place being written: those for the place itself and for what it is in.
 *
 * <p>Keeps the names of the open objects itself: the contexts of some formats forget a name once its value has begun.
 *
 * @param <C> the contexts of one version of Jackson
 */
public final class PathScopes<C> {

    /** The value being written at one depth; used again for the next value there. */
    private static final class Place implements FieldPath.Location {

        private final @Nullable Place parent;
        private @Nullable String name;
        /** What the names are in the object or array that this value is in. */
        private @Nullable Classification keys;

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
    private final Contexts<C> contexts;
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private final List<Place> places = new ArrayList<>();
    private int depth;

    /** For a document that begins where a generator is now, which may be in the midst of another written by hand. */
    public PathScopes(Contexts<C> contexts, PathRules rules, C now) {
        this.rules = rules;
        this.contexts = contexts;
        places.add(new Place(null));
        enterContainers(now, 0);
    }

    private void enterContainers(@Nullable C context, int known) {
        if (context != null && contexts.depth(context) > known) {
            enterContainers(contexts.parent(context), known);
            Classification selected = selected();
            opened(selected);
            named(contexts.inObject(context) ? contexts.name(context) : null);
        }
    }

    /** What rules say about the next value. */
    public @Nullable Classification here() {
        return Classification.both(around(), selected());
    }

    /** What rules say about exactly the next value. */
    public @Nullable Classification selected() {
        return rules.isEmpty() ? null : rules.at(places.get(depth));
    }

    /** What rules say about the next name; null if it is structure, and stays. */
    public @Nullable Classification keys() {
        return places.get(depth).keys;
    }

    /** The place of the next value if a string there holds JSON. */
    public FieldPath.@Nullable Location holdingJson() {
        Place next = places.get(depth);
        return rules.holdsJson(next) ? next : null;
    }

    private @Nullable Classification around() {
        Scope innermost = scopes.peek();
        return innermost == null ? null : innermost.classification();
    }

    /** A name was written in the innermost object. */
    public void named(@Nullable String name) {
        places.get(depth).name = name;
    }

    /** An object or array was opened; with what the rules said about it. */
    public void opened(@Nullable Classification selected) {
        Place container = places.get(depth);
        depth++;
        if (places.size() == depth) {
            places.add(new Place(container));
        }
        named(null);
        places.get(depth).keys = rules.keysAt(container);
        if (selected != null) {
            scopes.push(new Scope(selected.and(around()), depth));
        }
    }

    /** The innermost object or array was closed. */
    public void closed() {
        depth--;
        leave();
    }

    private void leave() {
        while (!scopes.isEmpty() && scopes.peek().depth() > depth) {
            scopes.pop();
        }
    }

    /** A type id has opened or closed any number of containers. */
    public void recount(C now) {
        int open = contexts.depth(now);
        if (open > depth) {
            enterContainers(now, depth);
        } else {
            depth = open;
            leave();
        }
    }
}
