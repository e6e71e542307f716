package io.maskwire.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts the command {@code maskwire}.
 *
 * <p>Exit status: 0 fine, 1 findings, 2 wrong use or bad input, with nothing half-written. Results go to the standard
 * output, messages to the standard error, both in UTF-8.
 */
public final class Main {

    /** Of the library: commands tell in their own words what it would log. Kept, as a logger nobody holds is forgotten. */
    private static final Logger LIBRARY = Logger.getLogger("io.maskwire");

    private Main() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] args) {
        LIBRARY.setLevel(Level.OFF);
        Console console = new Console(System.in, writer(FileDescriptor.out), writer(FileDescriptor.err));
        boolean terminal = Boolean.getBoolean("maskwire.terminal");
        Streams streams = new Streams(new FileOutputStream(FileDescriptor.out), terminal);
        System.exit(Maskwire.run(console, streams, args));
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }
}
