package io.maskwire.json;

import java.io.IOException;
import java.util.Arrays;

/**
 * Reads JSON texts and checks them to the letter; what stands at a classified place goes to {@link Values}.
 *
 * <p>One loop over values, members and elements; what is open lies on a stack of its own, not on the thread's. For one
 * thread at a time; used again for the next input.
 */
final class Scanner extends Values {

    private static final int FIRST_DEPTH = 32;

    // The innermost open container, and around it those on the stack.
    private Place container;
    private boolean inObject;
    private int depth;
    private Place[] containers = new Place[FIRST_DEPTH];
    private boolean[] objects = new boolean[FIRST_DEPTH];

    Scanner(JsonRules rules) {
        super(rules.names());
        this.container = rules.root();
    }

    /** From where a value begins to where it ends. */
    int value(int from, Place root) throws IOException {
        depth = 0;
        int i = from;
        Place place = root;
        while (true) {
            byte c = buf[i];
            if (c == '"') {
                i = place.touched() ? touchedString(i, place) : string(i + 1);
            } else if (c == '{') {
                open(i, place, true);
                i = skip(i + 1);
                if (buf[i] != '}') {
                    i = name(i);
                    place = container.member(symbol);
                    continue;
                }
            } else if (c == '[') {
                open(i, place, false);
                i = skip(i + 1);
                if (buf[i] != ']') {
                    place = container.element();
                    continue;
                }
            } else {
                i = place.touched() ? touchedScalar(i, place) : scalar(i);
            }
            i = closed(i);
            if (depth == 0) {
                return i;
            }
            if (inObject) {
                i = name(skip(i + 1));
                place = container.member(symbol);
            } else {
                i = skip(i + 1);
                place = container.element();
            }
        }
    }

    /** From where something ends: closes what ends there too, and goes to the next comma unless all is closed. */
    private int closed(int from) throws IOException {
        int i = from;
        while (depth > 0) {
            i = skip(i);
            byte c = buf[i];
            if (c == ',') {
                return i;
            }
            if (c != (inObject ? '}' : ']')) {
                throw expected(inObject ? "a comma or }" : "a comma or ]", i);
            }
            close(depth - 1);
            i++;
        }
        return i;
    }

    private void open(int i, Place place, boolean object) {
        if (depth == limits.depth()) {
            throw JsonException.limit("The nesting passes " + limits.depth() + " levels (JsonLimits.depth)", offset(i));
        }
        if (depth == containers.length) {
            containers = Arrays.copyOf(containers, 2 * depth);
            objects = Arrays.copyOf(objects, 2 * depth);
        }
        containers[depth] = container;
        objects[depth] = inObject;
        depth++;
        container = place;
        inObject = object;
    }

    private void close(int outer) {
        depth = outer;
        container = containers[depth];
        inObject = objects[depth];
    }
}
