package io.maskwire.networkpolicy;

import io.maskwire.declaration.Call;
import io.maskwire.declaration.External;
import io.maskwire.declaration.ServedPort;
import io.maskwire.declaration.Transport;
import java.util.Set;

/** Writes an edge as the comment above its rule, so that packets and data are reviewed on the same line. */
final class EdgeText {

    static final String DNS = "to platform dns";

    private EdgeText() {}

    static String outgoing(Edge edge) {
        return "to " + edge.to() + ":" + edge.port().name() + details(edge);
    }

    static String incoming(Edge edge) {
        return "from " + edge.from() + " to " + edge.port().name() + details(edge);
    }

    static String outgoing(External external) {
        return "to " + external.host() + ":" + external.port() + ", external " + external.name()
                + over(external.over()) + why(external.why())
                + (external.over() == Transport.HTTP
                        ? request(external.sends())
                        : carries(external.carries()) + requestIfAny(external.sends()));
    }

    static String fromPlatform(String peer, ServedPort port) {
        return "from platform " + peer + " to " + port.name();
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
