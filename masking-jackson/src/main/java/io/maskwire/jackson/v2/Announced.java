package io.maskwire.jackson.v2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import org.jspecify.annotations.Nullable;

/**
 * Tells a mapper that a serializer calls in the midst of a document for whom the document is.
 *
 * <p>Jackson 2 calls {@code mapper.writeValue(generator, value)} for what a serializer hands to {@code writeObject}, and
 * the attributes of the writer are lost on the way. The root of the generator's contexts, whose value nobody uses,
 * remembers the context that has them.
 */
final class Announced {

    private Announced() {}

    /** Announces a document; {@link #end} takes what this returns, null if there is nothing to end. */
    static @Nullable JsonStreamContext begin(MaskingContext document, JsonGenerator g) {
        JsonStreamContext root = root(g);
        if (root == null || root.getCurrentValue() != null) {
            return null;
        }
        root.setCurrentValue(document);
        return root;
    }

    /** The document is written, or as much of it as could be. */
    static void end(@Nullable JsonStreamContext begun) {
        if (begun != null) {
            begun.setCurrentValue(null);
        }
    }

    /** What was announced in a generator and has not ended. */
    static @Nullable MaskingContext in(JsonGenerator g) {
        JsonStreamContext root = root(g);
        return root != null && root.getCurrentValue() instanceof MaskingContext document ? document : null;
    }

    private static @Nullable JsonStreamContext root(JsonGenerator g) {
        JsonStreamContext at = g.getOutputContext();
        while (at != null && !at.inRoot()) {
            at = at.getParent();
        }
        return at;
    }
}
