package io.maskwire.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes what is to stand in the place of parts of the input, from left to right. */
interface Output {

    /**
     * In the place of {@code [from, to)} of the input at hand stands a JSON string that says this, or JSON's null if there
     * is nothing to say.
     */
    void replace(byte[] input, int from, int to, @Nullable String content) throws IOException;

    /** A JSON text, with what separates it from the next, ends here and is well. */
    void textEnds(byte[] input, int at) throws IOException;
}
