package io.maskwire.cli;

import io.maskwire.networkpolicy.cluster.Connection;
import io.maskwire.networkpolicy.cluster.Party;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes connections as a picture's text, and numbers the parties as they come. */
final class Graph {

    private final Console console;
    private final boolean mermaid;
    private final Map<Party, String> ids = new LinkedHashMap<>();

    private Graph(Console console, boolean mermaid) {
        this.console = console;
        this.mermaid = mermaid;
    }

    /** A picture for Graphviz. */
    static Graph dot(Console console) {
        console.result("digraph connectivity {");
        console.result("  rankdir=LR;");
        console.result("  node [shape=box];");
        return new Graph(console, false);
    }

    /** A picture for Mermaid. */
    static Graph mermaid(Console console) {
        console.result("flowchart LR");
        return new Graph(console, true);
    }

    /** A party that stands there with connections or without. */
    void party(Party party) {
        id(party);
    }

    /** An edge with its ports. */
    void edge(Connection connection) {
        edge(connection, "");
    }

    /** An edge with a mark before its ports. */
    void edge(Connection connection, String mark) {
        String from = id(connection.from());
        String to = id(connection.to());
        String label = mark + connection.ports();
        console.result(
                mermaid
                        ? "  " + from + " -->|\"" + mermaid(label) + "\"| " + to
                        : "  " + from + " -> " + to + " [label=\"" + dot(label) + "\"];");
    }

    void end() {
        if (!mermaid) {
            console.result("}");
        }
    }

    private String id(Party party) {
        String known = ids.get(party);
        if (known != null) {
            return known;
        }
        String id = "n" + ids.size();
        ids.put(party, id);
        String name = Names.few(party);
        console.result(
                mermaid ? "  " + id + "[\"" + mermaid(name) + "\"]" : "  " + id + " [label=\"" + dot(name) + "\"];");
        return id;
    }

    private static String dot(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** Mermaid knows entities by number between # and ; alone. */
    private static String mermaid(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> {
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || " ./:,-=_+".indexOf(c) >= 0;
            escaped.append(plain ? String.valueOf((char) c) : "#" + c + ";");
        });
        return escaped.toString();
    }
}
