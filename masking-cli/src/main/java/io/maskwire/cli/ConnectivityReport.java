package io.maskwire.cli;

import io.maskwire.networkpolicy.cluster.Connection;
import io.maskwire.networkpolicy.cluster.Connectivity;
import io.maskwire.networkpolicy.cluster.Party;
import io.maskwire.networkpolicy.cluster.PortSet;
import io.maskwire.networkpolicy.cluster.ServiceRoute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Writes what is open, line by line as it is found: of a large cluster there may be more than memory holds. */
final class ConnectivityReport {

    /** A column is as wide as its longest entry up to this. */
    private static final int WIDEST = 60;

    private final Connectivity connectivity;
    private final Predicate<Connection> wanted;
    private final Console console;

    ConnectivityReport(Connectivity connectivity, Predicate<Connection> wanted, Console console) {
        this.connectivity = connectivity;
        this.wanted = wanted;
        this.console = console;
    }

    void write(GraphFormat format) {
        switch (format) {
            case TEXT -> text();
            case JSON -> json();
            case CSV -> csv();
            case DOT -> graph(Graph.dot(console));
            case MERMAID -> graph(Graph.mermaid(console));
        }
    }

    private void forEach(Consumer<Connection> found) {
        connectivity.forEach(connection -> {
            if (wanted.test(connection)) {
                found.accept(connection);
            }
        });
    }

    private void text() {
        int[] widths = {"FROM".length(), "TO".length()};
        forEach(connection -> {
            widths[0] = width(widths[0], Names.few(connection.from()));
            widths[1] = width(widths[1], Names.few(connection.to()));
        });
        line(widths, "FROM", "TO", "PORTS");
        forEach(connection -> line(
                widths,
                Names.few(connection.from()),
                Names.few(connection.to()),
                connection.ports().toString()));
        services();
        connectivity.notes().forEach(note -> console.message("note: " + note));
    }

    private static int width(int before, String text) {
        return Math.max(before, Math.min(WIDEST, text.length()));
    }

    private void line(int[] widths, String from, String to, String ports) {
        console.result(padded(from, widths[0]) + "  " + padded(to, widths[1]) + "  " + ports);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private void services() {
        List<ServiceRoute> routes = connectivity.services();
        if (!routes.isEmpty()) {
            console.result("");
            routes.forEach(route -> console.result("Service " + route.service() + " " + route.port() + "/"
                    + route.protocol() + " leads to " + target(route)));
        }
    }

    private static String target(ServiceRoute route) {
        if (route.pods().isEmpty()) {
            return "no pod";
        }
        return Names.few(new Party(Party.Kind.PODS, route.pods()))
                + (route.targets().isEmpty() ? ", which has no port of that name" : " " + route.targets());
    }

    private void json() {
        console.result("{\"connections\":[");
        String[] before = {""};
        forEach(connection -> {
            console.result(before[0] + Json.of(json(connection)));
            before[0] = ",";
        });
        console.result("],\"services\":"
                + Json.of(connectivity.services().stream()
                        .map(ConnectivityReport::json)
                        .toList())
                + ",\"workloads\":"
                + Json.of(connectivity.parties().stream()
                        .flatMap(party -> party.names().stream())
                        .sorted()
                        .toList())
                + ",\"notes\":" + Json.of(connectivity.notes()) + "}");
    }

    /** For programs: who, to whom, at which ports. */
    static Map<String, Object> json(Connection connection) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", json(connection.from()));
        json.put("to", json(connection.to()));
        json.put("ports", json(connection.ports()));
        return json;
    }

    private static Map<String, Object> json(Party party) {
        return Map.of(party.kind() == Party.Kind.OUTSIDE ? "outside" : "workloads", party.names());
    }

    /** For programs: every range with its protocol. */
    static List<Map<String, Object>> json(PortSet ports) {
        return ports.ranges().stream()
                .map(range -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("protocol", range.protocol().name());
                    json.put("first", range.first());
                    json.put("last", range.last());
                    return json;
                })
                .toList();
    }

    private static Map<String, Object> json(ServiceRoute route) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("service", route.service().toString());
        json.put("port", route.port());
        json.put("protocol", route.protocol().name());
        json.put("workloads", route.pods());
        json.put("ports", json(route.targets()));
        return json;
    }

    private void csv() {
        console.result("from,to,ports");
        forEach(connection -> csv(connection, "").forEach(console::result));
    }

    /** A line for each pair of names, with something before it. */
    static List<String> csv(Connection connection, String before) {
        return connection.from().names().stream()
                .flatMap(from -> connection.to().names().stream()
                        .map(to -> before + csv(from) + "," + csv(to) + ","
                                + csv(connection.ports().toString())))
                .toList();
    }

    private static String csv(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private void graph(Graph graph) {
        connectivity.parties().forEach(graph::party);
        forEach(graph::edge);
        graph.end();
    }
}
