package io.maskwire.cli;

import io.maskwire.declaration.ServiceName;
import io.maskwire.networkpolicy.Profile;
import io.maskwire.networkpolicy.cluster.AddressBlocks;
import io.maskwire.networkpolicy.report.FailOn;
import io.maskwire.policy.Audience;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The command and all below it. */
@Command(
        name = "maskwire",
        description = "Compiles one declaration into network policies and into masking.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Maskwire.Version.class,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:fine", "1:findings", "2:wrong use or bad input; nothing is half-written"})
final class Maskwire {

    private Maskwire() {}

    /** Runs one command; returns its exit status. */
    static int run(Console console, Streams streams, String... args) {
        CommandLine line = new CommandLine(new Maskwire())
                .addSubcommand(new CommandLine(new MaskCommand(console, streams)))
                .addSubcommand(new CommandLine(new NetpolCommand())
                        .addSubcommand(new GenerateCommand(console))
                        .addSubcommand(new CheckCommand(console))
                        .addSubcommand(new LintCommand(console))
                        .addSubcommand(new ConnectivityCommand(console))
                        .addSubcommand(new DiffCommand(console)))
                .addSubcommand(new InitCommand(console))
                .addSubcommand(new RevealCommand(console))
                .addSubcommand(new CommandLine(new KeysCommand())
                        .addSubcommand(new NewKeyCommand(console))
                        .addSubcommand(new ListKeysCommand(console))
                        .addSubcommand(new RotateKeysCommand(console))
                        .addSubcommand(new ExportKeysCommand(console)));
        line.setOut(console.out())
                .setErr(console.err())
                .registerConverter(ServiceName.class, word(ServiceName::parse))
                .registerConverter(OutputFormat.class, OutputFormat::of)
                .registerConverter(GraphFormat.class, GraphFormat::of)
                .registerConverter(AddressBlocks.class, AddressBlockWord::of)
                .registerConverter(PortQuery.class, PortQuery::of)
                .registerConverter(Profile.class, word(Profile::of))
                .registerConverter(DataFormat.class, DataFormat::of)
                .registerConverter(ReportFormat.class, ReportFormat::of)
                .registerConverter(FailOn.class, word(FailOn::of))
                .registerConverter(Audience.class, word(Audience::parse))
                .setParameterExceptionHandler((wrong, given) -> misused(console, wrong))
                .setExecutionExceptionHandler((e, command, parsed) -> unexpected(console, e));
        try {
            return line.execute(args);
        } finally {
            console.flush();
        }
    }

    /** A word of one of ours, which says itself what it takes. */
    private static <T> ITypeConverter<T> word(Function<String, T> of) {
        return text -> {
            try {
                return of.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }

    private static int misused(Console console, ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        console.message("maskwire: " + wrong.getMessage() + "; see " + command + " --help");
        return ExitCode.REFUSED;
    }

    /** Where it happened and of what kind, never the message: nobody checked what that holds. */
    private static int unexpected(Console console, Exception e) {
        StackTraceElement[] stack = e.getStackTrace();
        console.message("maskwire: failed unexpectedly (" + e.getClass().getName()
                + (stack.length == 0 ? "" : " at " + stack[0]) + "); please report this");
        return ExitCode.REFUSED;
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Maskwire.class.getPackage().getImplementationVersion();
            return new String[] {"maskwire " + (version == null ? "(not packaged)" : version)};
        }
    }
}
