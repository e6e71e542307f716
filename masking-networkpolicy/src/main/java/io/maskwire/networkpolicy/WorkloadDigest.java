package io.maskwire.networkpolicy;

import io.maskwire.declaration.Call;
import io.maskwire.declaration.External;
import io.maskwire.declaration.Protocol;
import io.maskwire.declaration.ServedPort;
import io.maskwire.declaration.ServiceName;
import io.maskwire.networkpolicy.api.Cidr;
import java.util.Collection;
import java.util.TreeSet;

/**
 * The digest of one workload's edges: peers, pod ports, transports, and the names of the data classes each direction
 * carries in clear or unmasked. Comments don't reach a cluster, the annotation with this digest does.
 *
 * <p>SHA-256 over UTF-8 lines, each ended by LF: {@code maskwire-edges 1}, the service, then one line for each edge,
 * sorted by character. Not in it: reasons, owners, places, and how a class is masked.
 */
final class WorkloadDigest {

    private static final String VERSION = "maskwire-edges 1";

    private final TreeSet<String> lines = new TreeSet<>();

    void outgoing(Edge edge) {
        lines.add("to " + edge.to() + " " + details(edge));
    }

    void incoming(Edge edge) {
        lines.add("from " + edge.from() + " " + details(edge));
    }

    void external(External external, Collection<Cidr> blocks) {
        lines.add("to external " + Json.text(external.name()) + " " + external.host() + " "
                + port(external.port(), external.protocol()) + " over "
                + external.over().optionName() + " sends " + names(external.sends()) + " carries "
                + names(external.carries()) + " at "
                + Json.list(blocks.stream().map(Cidr::toString).toList()));
    }

    void fromPlatform(String peer, ServedPort port) {
        lines.add("from platform " + Json.text(peer) + " " + port(port.port(), port.protocol()));
    }

    void dns() {
        lines.add(EdgeText.DNS);
    }

    private static String details(Edge edge) {
        Call call = edge.call();
        return Json.text(edge.port().name()) + " "
                + port(edge.port().port(), edge.port().protocol()) + " over "
                + call.over().optionName() + " sends " + names(call.sends()) + " gives " + names(edge.gives())
                + " carries " + names(call.carries());
    }

    private static String port(int number, Protocol protocol) {
        return number + "/" + protocol;
    }

    private static String names(Collection<String> classes) {
        return Json.list(new TreeSet<>(classes));
    }

    String of(ServiceName service) {
        return "sha256:" + Digests.sha256(VERSION + "\n" + service + "\n" + String.join("\n", lines) + "\n");
    }
}
