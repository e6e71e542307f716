package io.maskwire.cli;

import io.maskwire.Masking;
import io.maskwire.declaration.DeclarationSource;
import io.maskwire.declaration.Declarations;
import io.maskwire.json.JsonException;
import io.maskwire.policy.Audience;
import io.maskwire.policy.Classification;
import io.maskwire.policy.FieldRule;
import io.maskwire.policy.MaskingPolicy;
import io.maskwire.spi.EventCounts;
import io.maskwire.spi.MaskingEvent.Action;
import io.maskwire.spi.Outlet;
import io.maskwire.text.TextException;
import io.maskwire.text.TextMasker;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code maskwire mask}. */
@Command(
        name = "mask",
        description = {
            "Masks FILE, or the standard input, to the standard output.",
            "json: one document; of a broken one nothing is written. ndjson: one document a line; of a broken one and"
                    + " behind it nothing is written. text: what is found in it, see docs/text-detectors.md."
        })
final class MaskCommand implements Callable<Integer> {

    private static final Path DEFAULT_CONFIG = Path.of("maskwire.yml");
    private static final String STANDARD_INPUT = "standard input";

    private final Console console;
    private final Streams streams;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The declaration with classes, fields and audiences; it needs no service (default:"
                    + " maskwire.yml in this folder). JSON is masked by its fields: annotations aren't known here. Text can"
                    + " be masked without one: all that is found is erased.")
    private @Nullable Path config;

    @Option(names = "--keys", paramLabel = "DIR", description = "The key directory, for masks with a key.")
    private @Nullable Path keys;

    @Option(
            names = "--audience",
            paramLabel = "AUDIENCE",
            description =
                    "Who receives: service:NAMESPACE/NAME, role:NAME, topic:NAME, external:NAME, log, trace,"
                            + " anonymous, or unknown, to whom all is erased (default: ${DEFAULT-VALUE}, who is granted nothing).")
    private Audience audience = Audience.anonymous();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "What the input is: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private DataFormat format = DataFormat.JSON;

    @Option(names = "--quiet", description = "Don't say on the standard error how many values were masked.")
    private boolean quiet;

    private final EventCounts counts = new EventCounts();
    private boolean whole;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "What to mask (default: the standard input).")
    private @Nullable Path file;

    MaskCommand(Console console, Streams streams) {
        this.console = console;
        this.streams = streams;
    }

    @Override
    public Integer call() {
        return new Output().tell(console, this::mask);
    }

    private int mask() {
        Masking masking = masking(policy());
        if (masking.policy().known(audience).equals(Audience.unknown()) && !audience.equals(Audience.unknown())) {
            console.message(audience + ": the declaration doesn't know it, so all that is classified is erased");
        }
        try (InputStream in = input()) {
            Progress progress = new Progress(in, console, streams.terminal());
            try {
                return mask(masking, progress, new Target(streams.out()));
            } finally {
                progress.end();
                tellCounts();
            }
        } catch (IOException e) {
            throw refusal("can't be read (" + e.getClass().getSimpleName() + ")", "check that it is a file to read");
        }
    }

    private MaskingPolicy policy() {
        if (config == null && !Files.exists(DEFAULT_CONFIG)) {
            if (format == DataFormat.TEXT) {
                return MaskingPolicy.builder().build();
            }
            throw new Refusal(DEFAULT_CONFIG.toString(), "there is none in this folder", "name one with --config FILE");
        }
        Path declaration = config == null ? DEFAULT_CONFIG : config;
        if (!Files.exists(declaration)) {
            throw new Refusal(declaration.toString(), "there is no such file", "name the declaration with --config");
        }
        MaskingPolicy policy =
                Declarations.read(DeclarationSource.file(declaration)).policy();
        if (format != DataFormat.TEXT && policy.isEmpty()) {
            throw new Refusal(
                    declaration.toString(),
                    "has no fields, so all of a document would leave as it is",
                    "say under fields where the values are, as here no annotation does, or unclassified: mask");
        }
        return policy;
    }

    private Masking masking(MaskingPolicy policy) {
        Masking.Builder builder = Masking.builder(policy).events(counts);
        if (keys != null) {
            return builder.keys(new KeyFolder(keys).ring()).build();
        }
        if (!policy.keyUses(audience, reached(policy)).isEmpty()) {
            throw new Refusal(
                    "--keys",
                    "is missing, and the declaration has a mask with a key for " + audience,
                    "name the key directory; maskwire keys new DIR makes one");
        }
        return builder.withoutKeys().build();
    }

    /** What values of the input may be. */
    private List<Classification> reached(MaskingPolicy policy) {
        Stream<Classification> fields = Stream.concat(policy.fields().stream(), policy.mapKeys().stream())
                .map(FieldRule::classification);
        Stream<String> found = format == DataFormat.TEXT ? TextMasker.dataClasses().stream() : Stream.empty();
        return Stream.concat(fields, found.map(Classification::ofClass)).toList();
    }

    /** One line, with numbers only; a declaration that fits nothing in the input would else pass for one that does. */
    private void tellCounts() {
        if (!whole || quiet) {
            return;
        }
        long clear = count(Action.GIVEN_CLEAR);
        long masked =
                counts.snapshot().values().stream().mapToLong(Long::longValue).sum() - clear;
        String shown = clear == 0 ? "" : ", " + clear + " shown as granted";
        String none =
                masked + clear > 0 ? "" : format == DataFormat.TEXT ? ": nothing was found" : ": no field was there";
        console.message("masked " + masked + (masked == 1 ? " value" : " values") + shown + none);
    }

    private long count(Action action) {
        return counts.snapshot().entrySet().stream()
                .filter(entry -> entry.getKey().action() == action)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private InputStream input() throws IOException {
        if (file == null) {
            return console.in();
        }
        if (!Files.exists(file)) {
            throw refusal("there is no such file", "check the path");
        }
        if (Files.isDirectory(file)) {
            throw refusal("is a folder", "name one file");
        }
        return Files.newInputStream(file);
    }

    private int mask(Masking masking, InputStream in, Target target) throws IOException {
        try {
            switch (format) {
                case JSON -> document(masking, in, target);
                case NDJSON -> records(masking, in, target);
                case TEXT -> text(masking, in, target);
            }
            whole = true;
            return ExitCode.FINE;
        } catch (Target.Failure e) {
            if (e.isBrokenPipe()) {
                return ExitCode.FINE;
            }
            throw new Refusal("standard output", "can't be written", "check that the disk isn't full");
        } catch (JsonException e) {
            throw refusal(Problems.of(e, 0), "nothing was written");
        } catch (Records.Broken e) {
            throw refusal(String.valueOf(e.getMessage()), "nothing of it and behind it was written");
        } catch (Utf8Reader.Malformed e) {
            throw refusal("no UTF-8 at byte " + e.offset(), "nothing of its line and behind it was written");
        } catch (TextException e) {
            throw refusal(String.valueOf(e.getMessage()), "mask JSON with --format json");
        }
    }

    private void document(Masking masking, InputStream in, Target target) throws IOException {
        try (Spool spool = new Spool()) {
            masking.json().holdBack(0).mask(in, new Target(spool), audience);
            spool.copyTo(target);
            target.flush();
        }
    }

    private void records(Masking masking, InputStream in, Target target) throws IOException {
        OutputStream out = new BufferedOutputStream(target);
        try {
            new Records(masking.json(), masking.engine().open(Outlet.JSON, audience), out).mask(in);
        } finally {
            out.flush();
        }
    }

    private void text(Masking masking, InputStream in, Target target) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
        try {
            masking.text().mask(new Utf8Reader(in), out, audience);
        } finally {
            out.flush();
        }
    }

    private Refusal refusal(String problem, String remedy) {
        return new Refusal(file == null ? STANDARD_INPUT : file.toString(), problem, remedy);
    }
}
