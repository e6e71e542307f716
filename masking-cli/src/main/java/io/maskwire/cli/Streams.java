package io.maskwire.cli;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * The data a command reads and writes, as bytes.
 *
 * @param in the standard input
 * @param out the standard output
 * @param terminal whether a person watches the standard error
 */
record Streams(InputStream in, OutputStream out, boolean terminal) {

    /** For commands that neither read nor write data. */
    static Streams none() {
        return new Streams(InputStream.nullInputStream(), OutputStream.nullOutputStream(), false);
    }
}
