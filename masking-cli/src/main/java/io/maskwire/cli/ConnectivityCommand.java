package io.maskwire.cli;

import io.maskwire.networkpolicy.cluster.AddressBlocks;
import io.maskwire.networkpolicy.cluster.Connection;
import io.maskwire.networkpolicy.cluster.Connectivity;
import io.maskwire.networkpolicy.cluster.Explanation;
import io.maskwire.networkpolicy.cluster.Party;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code maskwire netpol connectivity}. */
@Command(
        name = "connectivity",
        description = {
            "Says who can reach whom at which ports by the NetworkPolicies in manifests, whoever wrote them.",
            "Workloads that behave alike are one; addresses outside are told by the borders of ipBlocks."
        })
final class ConnectivityCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "MANIFESTS",
            description = "Manifests or an export of a cluster: files, or folders with *.yaml, *.yml and *.json.")
    private List<Path> manifests = List.of();

    @Option(
            names = "--from",
            paramLabel = "NS/NAME",
            description = "Only connections of this workload, of the pods of this Service, or of this address.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "NS/NAME", description = "Only connections to it, likewise.")
    private @Nullable String to;

    @Option(
            names = "--port",
            paramLabel = "PORT/PROTO",
            description = "Only connections at this port of the receiving pods, such as 8443/TCP.")
    private PortQuery port = PortQuery.ANY;

    @Option(names = "--explain", description = "With --from and --to: by which policies and rules, with file and line.")
    private boolean explain;

    @Option(
            names = "--ip-blocks",
            paramLabel = "WHOM",
            description = "Whether an ipBlock matches pods with a known address in it: pods (default) or outside.")
    private AddressBlocks blocks = AddressBlocks.PODS_TOO;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "How results are written: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private GraphFormat format = GraphFormat.TEXT;

    ConnectivityCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return Output.tell(console, format == GraphFormat.JSON, this::tell);
    }

    private int tell() {
        if (explain && (from == null || to == null)) {
            throw new Refusal("--explain", "explains one connection", "say which with --from and --to");
        }
        Connectivity connectivity = Connectivity.of(ReadManifests.of(manifests, console), blocks);
        if (from != null && to != null) {
            explanations(connectivity, known(connectivity, from), known(connectivity, to));
        } else {
            new ConnectivityReport(connectivity, wanted(connectivity), console).write(format);
        }
        return ExitCode.FINE;
    }

    private static String known(Connectivity connectivity, String name) {
        if (!connectivity.knows(name)) {
            throw new Refusal(
                    name,
                    "is no workload, no Service with pods and no address here",
                    "write NAMESPACE/NAME as the table of all connections does");
        }
        return name;
    }

    private void explanations(Connectivity connectivity, String sender, String receiver) {
        List<Explanation> answers = connectivity.explain(sender, receiver, port.ports());
        if (answers.isEmpty()) {
            throw new Refusal(sender, "and " + receiver + " are both outside", "name a workload on one side");
        }
        if (format == GraphFormat.JSON) {
            console.result(Json.of(Map.of(
                    "answers", answers.stream().map(ExplanationText::json).toList())));
            return;
        }
        if (format != GraphFormat.TEXT) {
            throw new Refusal("--output", "is text or json for one connection", "leave --from or --to out");
        }
        for (Explanation answer : answers) {
            List<String> lines = ExplanationText.lines(answer);
            (explain ? lines : lines.subList(0, 1)).forEach(console::result);
        }
    }

    /** Only what was asked for. */
    private Predicate<Connection> wanted(Connectivity connectivity) {
        Predicate<Party> senders = from == null ? any -> true : connectivity.meant(known(connectivity, from));
        Predicate<Party> receivers = to == null ? any -> true : connectivity.meant(known(connectivity, to));
        return connection -> senders.test(connection.from())
                && receivers.test(connection.to())
                && !connection.ports().and(port.ports()).isEmpty();
    }
}
