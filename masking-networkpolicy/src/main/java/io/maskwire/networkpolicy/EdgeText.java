package io.maskwire.networkpolicy;

import io.maskwire.declaration.Call;
import io.maskwire.declaration.External;
import io.maskwire.declaration.ServedPort;
import io.maskwire.declaration.ServedPort.Guest;
import io.maskwire.declaration.ServiceName;
import io.maskwire.declaration.Transport;
import java.util.Set;

/** Writes an edge as the comment above its rule, so that packets and data are reviewed on the same line. */
final class EdgeText {

    static final String DNS = "to platform dns";
    static final String NODE_LOCAL_DNS = "to platform dns, the cache on each node";

    private EdgeText() {}

    static String outgoing(Edge edge) {
        return "to " + edge.to() + ":" + edge.port().name() + details(edge);
    }

    static String incoming(Edge edge) {
        return "from " + edge.from() + " to " + edge.port().name() + details(edge);
    }

    static String outgoing(External external) {
        return "to " + external.host() + ":" + external.port() + ", external " + external.name()
                + external.via().map(proxy -> " via platform " + proxy).orElse("") + over(external.over())
                + why(external.why())
                + (external.over() == Transport.HTTP
                        ? request(external.sends())
                        : carries(external.carries()) + requestIfAny(external.sends()));
    }

    static String fromPlatform(String peer, ServedPort port) {
        return "from platform " + peer + " to " + port.name();
    }

    static String toPlatform(String peer) {
        return "to platform " + peer;
    }

    static String toSidecar(String peer) {
        return "from platform " + peer + " to the sidecar";
    }

    static String guest(ServiceName name, Guest guest, ServedPort port) {
        return "from guest " + name + " to " + port.name() + " until " + guest.until() + why(guest.why())
                + answer(Set.of());
    }

    /** Packets go to the broker; the data is that of the topic. */
    static String outgoing(TopicUse use) {
        String broker = use.topic().isService()
                ? use.topic().broker() + ":" + use.topic().port()
                : "platform " + use.topic().broker();
        return "to " + broker + topic(use);
    }

    static String incoming(TopicUse use, ServedPort port) {
        return "from " + use.from() + " to " + port.name() + topic(use);
    }

    private static String topic(TopicUse use) {
        return over(use.topic().over()) + ", " + (use.publishes() ? "publishes " : "consumes ")
                + PlainText.line(use.name()) + why(use.why()) + "; messages " + PlainText.list(use.clear());
    }

    private static String details(Edge edge) {
        Call call = edge.call();
        String head = over(call.over()) + why(call.why());
        return call.over() == Transport.HTTP
                ? head + request(call.sends()) + answer(edge.gives())
                : head + carries(call.carries()) + requestIfAny(call.sends()) + answerIfAny(edge.gives());
    }

    private static String over(Transport transport) {
        return transport == Transport.HTTP ? "" : " over " + transport.optionName();
    }

    private static String why(String why) {
        // Nobody's reason reads like the data that follows it.
        String line = PlainText.line(why).replace('(', '[').replace(')', ']').replace(';', ',');
        return line.isEmpty() ? "" : " (" + line + ")";
    }

    private static String request(Set<String> classes) {
        return "; request " + PlainText.list(classes);
    }

    private static String answer(Set<String> classes) {
        return "; answer " + PlainText.list(classes);
    }

    private static String requestIfAny(Set<String> classes) {
        return classes.isEmpty() ? "" : request(classes);
    }

    private static String answerIfAny(Set<String> classes) {
        return classes.isEmpty() ? "" : answer(classes);
    }

    private static String carries(Set<String> classes) {
        return "; carries " + PlainText.list(classes)
                + (classes.isEmpty() ? " classified" : ", not masked by maskwire");
    }
}
