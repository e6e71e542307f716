package io.maskwire.cli;

import io.maskwire.key.KeyRing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code maskwire keys list}. */
@Command(
        name = "list",
        description = {
            "Lists the keys of a directory, oldest first: name, what it is for now, check value.",
            "Two services that show the same check value hold the same key. No key is printed."
        })
final class ListKeysCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The key directory.")
    private Path directory = Path.of("");

    @Mixin
    private Output output = new Output();

    ListKeysCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return output.tell(console, this::list);
    }

    private int list() {
        KeyFolder folder = new KeyFolder(directory);
        KeyRing ring = folder.ring();
        List<Listed> keys = new ArrayList<>();
        for (String kid : folder.kids()) {
            if (!ring.kids().contains(kid)) {
                keys.add(new Listed(kid, folder.kind(kid), "below minimum, not read", ""));
            }
        }
        ring.checkValues()
                .forEach((kid, value) -> keys.add(new Listed(
                        kid, folder.kind(kid), kid.equals(ring.primary()) ? "makes new values" : "read", value)));
        if (output.isJson()) {
            console.result(
                    Json.of(Map.of("keys", keys.stream().map(Listed::json).toList())));
        } else {
            keys.forEach(key -> console.result(key.line()));
        }
        return ExitCode.FINE;
    }

    /** One key as listed. */
    private record Listed(String kid, String kind, String use, String checkValue) {

        String line() {
            return String.join("  ", kid, kind, use, checkValue).stripTrailing();
        }

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("kid", kid);
            json.put("kind", kind);
            json.put("use", use);
            json.put("checkValue", checkValue);
            return json;
        }
    }
}
