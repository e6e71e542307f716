package io.maskwire.samples.shop.walk;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
record Options(Path shop, int port, boolean serve, boolean help) {

    static final String USAGE = """
            samples/shop/run [--serve] [--port N]

              --serve    leave the shop running and print curl commands, until Ctrl-C
              --port N   orders on N, customers on N+1, payments on N+2 (default 8443)

            Ends 0 when every value was clear exactly where it is declared, 1 when one was not, 2 when it could not start.
            """;

    private static final int DEFAULT_PORT = 8443;
    private static final int LAST_PORT = 65535 - Service.values().length + 1;

    static Options parse(Path shop, List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        Options options = new Options(shop, DEFAULT_PORT, false, false);
        while (!rest.isEmpty()) {
            options = options.with(rest.pop(), rest);
        }
        return options;
    }

    private Options with(String option, Deque<String> rest) {
        return switch (option) {
            case "--serve" -> new Options(shop, port, true, help);
            case "--help", "-h" -> new Options(shop, port, serve, true);
            case "--port" -> new Options(shop, port(rest.poll()), serve, help);
            default -> throw new CannotStart("Unknown option " + option + "; --help lists the options.");
        };
    }

    private static int port(@Nullable String text) {
        int port = text != null && text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
        if (port < 1 || port > LAST_PORT) {
            throw new CannotStart("--port needs a number from 1 to " + LAST_PORT + ".");
        }
        return port;
    }
}
