package io.maskwire.jackson.scope;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps masked names of one object apart: the second {@code [masked]} is written as {@code [masked]#2}.
 *
 * @param <C> the contexts of one version of Jackson
 */
public final class MaskedNames<C> {

    private record Names<C>(C object, @Nullable Object value, Set<String> taken) {}

    private final Contexts<C> contexts;
    private final List<Names<C>> byDepth = new ArrayList<>();

    public MaskedNames(Contexts<C> contexts) {
        this.contexts = contexts;
    }

    /** The masked name, or one like it that the object doesn't have yet. */
    public String apart(String name, C object) {
        Names<C> names = of(object);
        String unique = name;
        for (int i = 2; !names.taken().add(unique); i++) {
            unique = name + "#" + i;
        }
        return unique;
    }

    private Names<C> of(C object) {
        int depth = contexts.depth(object);
        while (byDepth.size() < depth) {
            byDepth.add(namesOf(object));
        }
        Names<C> names = byDepth.get(depth - 1);
        if (!isOf(names, object)) {
            names = namesOf(object);
            byDepth.set(depth - 1, names);
        }
        return names;
    }

    private Names<C> namesOf(C object) {
        return new Names<>(object, contexts.value(object), new HashSet<>());
    }

    /** A context is used again for the next object of the same depth, which has no name at first. */
    private boolean isOf(Names<C> names, C context) {
        return names.object() == context && names.value() == contexts.value(context) && contexts.name(context) != null;
    }
}
