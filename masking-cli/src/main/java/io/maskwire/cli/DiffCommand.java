package io.maskwire.cli;

import io.maskwire.networkpolicy.cluster.AddressBlocks;
import io.maskwire.networkpolicy.cluster.Connection;
import io.maskwire.networkpolicy.cluster.ConnectivityDiff;
import io.maskwire.networkpolicy.manifest.Resources;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code maskwire netpol diff}. */
@Command(
        name = "diff",
        description = {
            "Says what opens and what closes between two states of manifests, by meaning.",
            "Exit status 1 if anything does."
        })
final class DiffCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "OLD", description = "Manifests as they were: a file or a folder.")
    private Path old = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "Manifests as they will be: a file or a folder.")
    private Path now = Path.of("");

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

    DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return Output.tell(console, format == GraphFormat.JSON, this::diff);
    }

    private int diff() {
        Resources before = ReadManifests.of(List.of(old), console);
        Resources after = ReadManifests.of(List.of(now), console);
        ConnectivityDiff diff = ConnectivityDiff.of(before, after, blocks);
        switch (format) {
            case TEXT -> text(diff);
            case JSON -> console.result(Json.of(json(diff)));
            case CSV -> csv(diff);
            case DOT -> graph(Graph.dot(console), diff);
            case MERMAID -> graph(Graph.mermaid(console), diff);
        }
        return diff.isSame() ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private void text(ConnectivityDiff diff) {
        diff.added().forEach(name -> console.message("only in " + now + ": " + name));
        diff.removed().forEach(name -> console.message("only in " + old + ": " + name));
        diff.opened().forEach(connection -> console.result(line("OPENS ", connection)));
        diff.closed().forEach(connection -> console.result(line("CLOSES ", connection)));
        console.result(pairs(diff.opened()) + " opened, " + pairs(diff.closed()) + " closed, " + diff.unchanged()
                + " unchanged");
    }

    private static String line(String word, Connection connection) {
        return word + Names.few(connection.from()) + " -> " + Names.few(connection.to()) + " " + connection.ports();
    }

    private static long pairs(List<Connection> connections) {
        return connections.stream().mapToLong(Connection::pairs).sum();
    }

    private static Map<String, Object> json(ConnectivityDiff diff) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("opened", diff.opened().stream().map(ConnectivityReport::json).toList());
        json.put("closed", diff.closed().stream().map(ConnectivityReport::json).toList());
        json.put("unchanged", diff.unchanged());
        json.put("added", diff.added());
        json.put("removed", diff.removed());
        return json;
    }

    private void csv(ConnectivityDiff diff) {
        console.result("change,from,to,ports");
        diff.opened().forEach(one -> ConnectivityReport.csv(one, "opens,").forEach(console::result));
        diff.closed().forEach(one -> ConnectivityReport.csv(one, "closes,").forEach(console::result));
    }

    private static void graph(Graph graph, ConnectivityDiff diff) {
        diff.opened().forEach(one -> graph.edge(one, "+ "));
        diff.closed().forEach(one -> graph.edge(one, "- "));
        graph.end();
    }
}
