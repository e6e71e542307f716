package io.maskwire.cli;

import io.maskwire.cli.draft.Draft;
import io.maskwire.cli.draft.UnreadableException;
import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import io.maskwire.networkpolicy.manifest.ManifestFiles;
import io.maskwire.networkpolicy.manifest.ManifestReader;
import io.maskwire.networkpolicy.manifest.Resources;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code maskwire init}. */
@Command(
        name = "init",
        description = {
            "Drafts a declaration from a Spring application's settings and rendered manifests, each line with its source.",
            "Edits no file. No user, password, path or other value of a setting is copied: only hosts and ports."
        })
final class InitCommand implements Callable<Integer> {

    private static final long LARGEST = 1 << 20;
    private static final Pattern OF_KUBERNETES =
            Pattern.compile("(?m)^(apiVersion|\"apiVersion\"|'apiVersion')[ \\t]*:");

    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "application.yml or application.properties, and rendered manifests or folders of them.")
    private List<Path> files = List.of();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The workload that runs the application, if its name isn't spring.application.name.")
    private @Nullable String name;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write, which must not exist; default: the draft is printed.")
    private @Nullable Path out;

    @Mixin
    private Output output = new Output();

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return output.tell(console, this::draft);
    }

    private int draft() {
        Map<String, String> settings = new LinkedHashMap<>();
        List<Path> manifests = new ArrayList<>();
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                manifests.add(file);
                continue;
            }
            String text = text(file);
            if (!file.toString().endsWith(".properties")
                    && OF_KUBERNETES.matcher(text).find()) {
                manifests.add(file);
            } else {
                settings.put(file.toString(), text);
            }
        }
        Resources resources = ManifestReader.read(ManifestFiles.find(manifests));
        tell(checked(drafted(settings, resources)));
        return ExitCode.FINE;
    }

    private String drafted(Map<String, String> settings, Resources resources) {
        try {
            return Draft.of(settings, resources, Optional.ofNullable(name));
        } catch (UnreadableException e) {
            throw new Refusal(e.file(), e.problem(), e.remedy());
        }
    }

    /** Nothing is handed out that can't be read again. */
    private static String checked(String draft) {
        Declarations.read(DeclarationSource.text("the draft", draft));
        return draft;
    }

    private void tell(String draft) {
        if (out != null) {
            write(out, draft);
        }
        if (output.isJson()) {
            console.result(Json.of(out == null ? Map.of("draft", draft) : Map.of("file", out.toString())));
        } else {
            console.result(out == null ? draft.stripTrailing() : "created " + out);
        }
    }

    private static void write(Path file, String draft) {
        try {
            Files.writeString(file, draft, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new Refusal(file.toString(), "is there already", "choose another name: nothing is overwritten");
        } catch (IOException e) {
            throw new Refusal(
                    file.toString(),
                    "can't be written (" + e.getClass().getSimpleName() + ")",
                    "check that its folder exists and that this user may write there");
        }
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new Refusal(file.toString(), "is larger than 1 MiB", "pass the file of one application");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new Refusal(file.toString(), "is not UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            throw new Refusal(
                    file.toString(),
                    "can't be read (" + e.getClass().getSimpleName() + ")",
                    "check its name and the right to read it");
        }
    }
}
