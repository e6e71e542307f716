package io.maskwire.cli;

import java.io.OutputStream;

/**
 * Where a command writes data that is not lines of text.
 *
 * @param out the standard output
 * @param terminal whether a person watches the standard error
 */
record Streams(OutputStream out, boolean terminal) {

    /** For commands that write no such data. */
    static Streams none() {
        return new Streams(OutputStream.nullOutputStream(), false);
    }
}
