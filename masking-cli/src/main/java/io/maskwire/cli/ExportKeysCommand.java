package io.maskwire.cli;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.ServiceName;
import io.maskwire.declaration.files.DeclarationFiles;
import io.maskwire.declaration.files.ReadFleet;
import io.maskwire.key.SubkeyId;
import io.maskwire.token.NeededSubkeys;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code maskwire keys export}. */
@Command(
        name = "export",
        description = {
            "Writes a key directory for one service with the subkeys its declaration needs and nothing else.",
            "Who takes it can't undo what this service doesn't mask. It is as secret as a key.",
            "A domain that only stands in an annotation isn't in the declaration: name a class for it there."
        })
final class ExportKeysCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "DIR", description = "The key directory with the whole keys.")
    private Path directory = Path.of("");

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "DECL",
            description = "A declaration, or a folder with declarations.")
    private List<Path> declarations = List.of();

    @Option(names = "--service", required = true, paramLabel = "NS/NAME", description = "The service.")
    private @Nullable ServiceName service;

    @Option(names = "--out", required = true, paramLabel = "OUT", description = "The new folder; it must not exist.")
    private Path out = Path.of("");

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            description = "Only for this data class. May be repeated; default: all that the declaration knows.")
    private List<String> classes = List.of();

    @Option(names = "--tenant", paramLabel = "TENANT", description = "The service's tenant; default: the empty name.")
    private String tenant = "";

    @Mixin
    private Output output = new Output();

    ExportKeysCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return output.tell(console, this::export);
    }

    private int export() {
        Set<SubkeyId> needed = needed();
        if (needed.isEmpty()) {
            throw new Refusal(
                    "--service", service + " has no mask that needs a key there", "check the declaration and --class");
        }
        List<Path> files = new SubkeyFolder(out).write(new KeyFolder(directory), needed);
        if (output.isJson()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("service", String.valueOf(service));
            json.put("files", files.stream().map(Path::toString).toList());
            json.put("subkeys", needed.stream().map(ExportKeysCommand::json).toList());
            console.result(Json.of(json));
        } else {
            files.forEach(file -> console.result("created " + file));
            needed.forEach(id -> console.message("for " + id.purpose().label() + " in the domain " + id.domain()));
        }
        return ExitCode.FINE;
    }

    private static Map<String, Object> json(SubkeyId id) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("purpose", id.purpose().label());
        json.put("domain", id.domain());
        return json;
    }

    private Set<SubkeyId> needed() {
        DeclarationFiles files =
                DeclarationFiles.find(declarations, Optional.empty(), Optional.empty(), console::message);
        Declaration declaration = ReadFleet.of(files, console::message).declarations().stream()
                .filter(found -> found.service().orElseThrow().name().equals(service))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "--service",
                        "no declaration is about " + service,
                        "check the name, and pass its maskwire.yml"));
        Set<String> known = declaration.policy().dataClasses();
        classes.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new Refusal("--class", service + " doesn't know the class " + name, "choose from " + known);
        });
        return NeededSubkeys.of(
                classes.isEmpty()
                        ? declaration.policy().keyUses()
                        : declaration.policy().keyUses(Set.copyOf(classes)),
                tenant);
    }
}
