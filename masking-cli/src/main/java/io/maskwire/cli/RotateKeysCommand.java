package io.maskwire.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code maskwire keys rotate}. */
@Command(
        name = "rotate",
        description = {
            "Changes the key that makes new values, in two steps, so that no service meets a value it can't read.",
            "First:  maskwire keys rotate DIR           adds a key that is read and makes nothing yet.",
            "Then, when every service has it:",
            "        maskwire keys rotate DIR --finish  lets that key make new values.",
            "Older keys stay and are read. The oldest still read is named by the file DIR/minimum."
        })
final class RotateKeysCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The key directory.")
    private Path directory = Path.of("");

    @Option(names = "--finish", description = "The second step.")
    private boolean finish;

    @Option(
            names = "--kid",
            paramLabel = "KID",
            description = "The key's name; default: the newest one's with its last number counted up, or the newest.")
    private @Nullable String kid;

    @Mixin
    private Output output = new Output();

    RotateKeysCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return output.tell(console, this::rotate);
    }

    private int rotate() {
        Rotation rotation = Rotation.of(new KeyFolder(directory));
        String before = rotation.primary();
        String key = finish ? rotation.finish(kid) : rotation.begin(kid);
        String checkValue = rotation.checkValue(key);
        if (output.isJson()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("step", finish ? "finished" : "begun");
            json.put("kid", key);
            json.put("checkValue", checkValue);
            json.put("primary", finish ? key : before);
            console.result(Json.of(json));
        } else if (finish) {
            console.result(key + " makes new values; " + before + " did before");
        } else {
            console.result("created " + directory.resolve(key + ".key") + ", check value " + checkValue);
        }
        console.message(
                finish
                        ? "give the directory to every service again; what " + before + " made is read as long as its"
                                + " key is there"
                        : "give the directory to every service; when each of them shows this check value, run:"
                                + " maskwire keys rotate " + directory + " --finish");
        return ExitCode.FINE;
    }
}
