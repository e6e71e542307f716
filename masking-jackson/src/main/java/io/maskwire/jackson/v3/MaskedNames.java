package io.maskwire.jackson.v3;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamContext;

/** Keeps masked names of one object apart: the second {@code [masked]} is written as {@code [masked]#2}. */
final class MaskedNames {

    private static final class Names {
        private final TokenStreamContext object;
        private final @Nullable Object value;
        private final Set<String> taken = new HashSet<>();

        Names(TokenStreamContext object) {
            this.object = object;
            this.value = object.currentValue();
        }

        /** A context is used again for the next object of the same depth, which has no name at first. */
        boolean isOf(TokenStreamContext context) {
            return object == context && value == context.currentValue() && context.currentName() != null;
        }
    }

    private final List<Names> byDepth = new ArrayList<>();

    String apart(String name, TokenStreamContext object) {
        Names names = of(object);
        String unique = name;
        for (int i = 2; !names.taken.add(unique); i++) {
            unique = name + "#" + i;
        }
        return unique;
    }

    private Names of(TokenStreamContext object) {
        int depth = Contexts.depth(object);
        while (byDepth.size() < depth) {
            byDepth.add(new Names(object));
        }
        Names names = byDepth.get(depth - 1);
        if (!names.isOf(object)) {
            names = new Names(object);
            byDepth.set(depth - 1, names);
        }
        return names;
    }
}
