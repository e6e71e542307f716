package io.maskwire.jackson.scope;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whom to ask for originals, by what the reader of a document was told about its sender. */
@FunctionalInterface
public interface OriginalsFor {

    /** For a reader with these attributes; null if its sender may have none. */
    Posted.@Nullable Originals with(Function<Object, @Nullable Object> attributes);
}
