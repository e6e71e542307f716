package io.maskwire.cli;

import io.maskwire.Masking;
import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import io.maskwire.declaration.ServiceName;
import io.maskwire.policy.Audience;
import io.maskwire.reveal.Caller;
import io.maskwire.reveal.Reason;
import io.maskwire.reveal.RevealException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code maskwire reveal}. */
@Command(
        name = "reveal",
        description = {
            "Writes the original of the token on the standard input, once it is recorded.",
            "The record is a line of JSON, added to the audit file. Refused attempts are written there too, with why;"
                    + " here they all look alike.",
            "Whoever may read the keys can do without this command: the record tells of the honest."
        })
final class RevealCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--class", required = true, paramLabel = "CLASS", description = "The value's data class.")
    private String dataClass = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, such as a case's number.")
    private String reason = "";

    @Option(names = "--actor", required = true, paramLabel = "NAME", description = "Who asks, for the record.")
    private String actor = "";

    @Option(
            names = "--audience",
            required = true,
            paramLabel = "AUDIENCE",
            description = "What the actor is: role:NAME or service:NAMESPACE/NAME. May be repeated.")
    private List<String> audiences = List.of();

    @Option(names = "--keys", required = true, paramLabel = "DIR", description = "The key directory.")
    private Path keys = Path.of("");

    @Option(
            names = "--audit",
            required = true,
            paramLabel = "FILE",
            description = "The file that records are added to.")
    private Path audit = Path.of("");

    @Option(
            names = "--config",
            paramLabel = "DECL",
            description = "The declaration that says who may reveal (default: ${DEFAULT-VALUE}).")
    private Path config = Path.of("maskwire.yml");

    @Option(names = "--service", paramLabel = "NS/NAME", description = "Which declaration of a file with several.")
    private @Nullable ServiceName service;

    @Option(names = "--tenant", paramLabel = "TENANT", description = "The value's tenant; default: the empty name.")
    private String tenant = "";

    @Option(
            names = "--kid",
            paramLabel = "KID",
            description = "The key that masked a format-preserved value, which doesn't tell it; not for tokens.")
    private @Nullable String kid;

    @Mixin
    private Output output = new Output();

    RevealCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return output.tell(console, this::reveal);
    }

    private int reveal() {
        Audience audience = checked("--audience", this::audience);
        Caller caller = checked("--actor", () -> new Caller(actor, audience));
        Reason why = checked("--reason", () -> Reason.of(reason));
        AuditedFile records = new AuditedFile(audit);
        Masking masking = Masking.builder(declaration().policy())
                .keys(new KeyFolder(keys).ring())
                .tenant(tenant)
                .audit(records)
                .build();
        String original = original(masking, MaskedInput.read(console.in()), caller, why, records);
        if (output.isJson()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("class", dataClass);
            json.put("original", original);
            console.result(Json.of(json));
        } else {
            console.result(original);
        }
        return ExitCode.FINE;
    }

    private String original(Masking masking, String masked, Caller caller, Reason why, AuditedFile records) {
        try {
            return kid == null
                    ? masking.reveal(dataClass, masked, caller, why)
                    : masking.revealPreserved(dataClass, kid, masked, caller, why);
        } catch (RevealException refused) {
            throw records.failure()
                    .orElseGet(() -> new Refusal(
                            "standard input",
                            "the original is not revealed",
                            "the last line of " + audit + " says why"));
        } catch (IllegalStateException severalFormats) {
            throw new Refusal(
                    "--kid",
                    "the declaration has not exactly one format-preserving mask for this class",
                    "leave --kid out for a token, or give the class one such mask");
        }
    }

    private Audience audience() {
        return audiences.stream().map(Audience::parse).reduce(Audience::and).orElseGet(Audience::unknown);
    }

    private static <T> T checked(String option, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            // These messages say what is wrong and quote nothing.
            throw new Refusal(option, String.valueOf(e.getMessage()), "see maskwire reveal --help");
        }
    }

    private Declaration declaration() {
        if (!Files.isRegularFile(config)) {
            throw new Refusal(config.toString(), "there is no such file", "name the declaration with --config");
        }
        List<Declaration> found = Declarations.readAll(DeclarationSource.file(config)).stream()
                .filter(one -> service == null
                        || one.service().filter(s -> s.name().equals(service)).isPresent())
                .toList();
        if (found.size() != 1) {
            throw new Refusal(
                    config.toString(),
                    "has " + found.size() + " declarations to choose from",
                    "name one of its services with --service NAMESPACE/NAME");
        }
        return found.get(0);
    }
}
