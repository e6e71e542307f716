package io.maskwire.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code maskwire keys new}. */
@Command(
        name = "new",
        description = {
            "Makes a key: DIR/KID.key with 32 random bytes in base64, readable by this user only.",
            "Never overwrites. A key that is there already stays the one that makes new values."
        })
final class NewKeyCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The key directory; made if it is missing.")
    private Path directory = Path.of("");

    @Option(
            names = "--kid",
            paramLabel = "KID",
            description = "The key's name, 1 to 32 of a-z, 0-9 and - (default: ${DEFAULT-VALUE}).")
    private String kid = "k1";

    @Mixin
    private Output output = new Output();

    NewKeyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return output.tell(console, this::create);
    }

    private int create() {
        KeyFolder folder = new KeyFolder(directory);
        Path file = folder.create(kid);
        if (output.isJson()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", file.toString());
            json.put("kid", kid);
            console.result(Json.of(json));
        } else {
            console.result("created " + file);
        }
        console.message("keep it out of version control: who has it can guess what its hashes stand for");
        folder.primary()
                .filter(primary -> !primary.equals(kid))
                .ifPresent(primary -> console.message(primary + " still makes new values; to change that, write " + kid
                        + " into " + directory.resolve(KeyFolder.PRIMARY)));
        return ExitCode.FINE;
    }
}
