package io.maskwire.cli;

import java.io.InputStream;
import java.io.PrintWriter;

/** Where input comes from, and where results and messages go. */
record Console(InputStream in, PrintWriter out, PrintWriter err) {

    /** A line of the result. */
    void result(String line) {
        out.print(line + "\n");
    }

    /** A line about what goes on. */
    void message(String line) {
        err.print(line + "\n");
    }

    /** A part of a line about what goes on, shown at once. */
    void part(String text) {
        err.print(text);
        err.flush();
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
