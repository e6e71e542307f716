package io.maskwire.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One run of the command in this process. */
record CommandRun(int exit, String out, String err) {

    static CommandRun of(Object... arguments) {
        return withInput("", arguments);
    }

    static CommandRun withInput(String input, Object... arguments) {
        return withInput(input.getBytes(StandardCharsets.UTF_8), arguments);
    }

    static CommandRun withInput(byte[] input, Object... arguments) {
        return of(new ByteArrayInputStream(input), Streams.none(), arguments);
    }

    static CommandRun of(InputStream input, Streams streams, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(input, new PrintWriter(out), new PrintWriter(err));
        int exit = Maskwire.run(
                console, streams, Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new CommandRun(exit, out.toString(), err.toString());
    }
}
