package io.maskwire.networkpolicy;

import io.maskwire.declaration.Call;
import io.maskwire.declaration.External;
import io.maskwire.declaration.Protocol;
import io.maskwire.declaration.ServedPort;
import io.maskwire.declaration.ServedPort.Guest;
import io.maskwire.declaration.ServiceName;
import io.maskwire.networkpolicy.Rule.Port;
import io.maskwire.networkpolicy.api.Cidr;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

    void external(External external, String proxy, List<Port> ports) {
        lines.add("to external " + Json.text(external.name()) + " " + external.host() + " "
                + port(external.port(), external.protocol()) + " over "
                + external.over().optionName() + " sends " + names(external.sends()) + " carries "
                + names(external.carries()) + " via " + Json.text(proxy) + " " + ports(ports));
    }

    void toPlatform(String peer, List<Port> ports) {
        lines.add("to platform " + Json.text(peer) + " " + ports(ports));
    }

    void toSidecar(String peer, List<Port> ports) {
        lines.add("from platform " + Json.text(peer) + " to the sidecar " + ports(ports));
    }

    void guest(ServiceName name, Guest guest, ServedPort port) {
        lines.add("from guest " + name + " " + Json.text(port.name()) + " " + port(port.port(), port.protocol())
                + " until " + guest.until());
    }

    void outgoing(TopicUse use, List<Port> ports) {
        lines.add("to " + use.topic().broker() + topic(use) + " " + ports(ports));
    }

    void incoming(TopicUse use, Port port) {
        lines.add("from " + use.from() + topic(use) + " " + ports(List.of(port)));
    }

    private static String topic(TopicUse use) {
        return " " + Json.text(use.edge()) + " over " + use.topic().over().optionName() + " messages "
                + names(use.clear());
    }

    private static String ports(List<Port> ports) {
        return ports.stream().map(port -> port(port.number(), port.protocol())).collect(Collectors.joining(" "));
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
        return classes.isEmpty() ? "[]" : Json.list(new TreeSet<>(classes));
    }

    String of(ServiceName service, String workload) {
        String whose = service + (workload.isEmpty() ? "" : " " + workload);
        return "sha256:" + Digests.sha256(VERSION + "\n" + whose + "\n" + String.join("\n", lines) + "\n");
    }
}
