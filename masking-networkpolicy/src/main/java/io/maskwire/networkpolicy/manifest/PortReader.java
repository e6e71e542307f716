package io.maskwire.networkpolicy.manifest;

import io.maskwire.declaration.Protocol;
import io.maskwire.networkpolicy.api.ApiRules;
import io.maskwire.networkpolicy.manifest.Node.Scalar;
import io.maskwire.networkpolicy.manifest.Node.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the ports of a policy's rule. */
final class PortReader {

    private static final Set<String> KNOWN = Set.of("port", "endPort", "protocol");
    private static final String PROTOCOLS = "write TCP, UDP or SCTP in capital letters";

    private final Reading reading;

    PortReader(Reading reading) {
        this.reading = reading;
    }

    Optional<List<PolicyPort>> read(Fields rule) {
        Optional<List<Node>> items = rule.items("ports");
        if (items.isEmpty()) {
            return Optional.empty();
        }
        List<PolicyPort> ports = new ArrayList<>(items.get().size());
        for (int i = 0; i < items.get().size(); i++) {
            Fields.strict(items.get().get(i), rule.field("ports").at(i), reading, KNOWN)
                    .flatMap(this::port)
                    .ifPresent(ports::add);
        }
        return Optional.of(ports);
    }

    private Optional<PolicyPort> port(Fields fields) {
        Optional<Protocol> protocol = protocol(fields);
        Optional<Node> written = fields.value("port");
        Optional<PortRef> port = written.flatMap(node -> ref(node, fields.field("port"), reading));
        Optional<Integer> end = end(fields, written, port);
        boolean usable = protocol.isPresent() && written.isPresent() == port.isPresent();
        return usable
                ? Optional.of(new PolicyPort(
                        protocol.get(), port, end, fields.value("protocol").isPresent(), fields.place()))
                : Optional.empty();
    }

    /** The protocol, which is TCP where none is written. */
    static Optional<Protocol> protocol(Fields fields) {
        if (fields.value("protocol").isEmpty()) {
            return Optional.of(Protocol.TCP);
        }
        Optional<String> word = fields.text("protocol");
        if (word.isEmpty()) {
            return Optional.empty();
        }
        for (Protocol protocol : Protocol.values()) {
            if (protocol.name().equals(word.get())) {
                return Optional.of(protocol);
            }
        }
        fields.problem("protocol", "is no protocol of a policy", PROTOCOLS);
        return Optional.empty();
    }

    /** A port's number without quotes, or its name. */
    static Optional<PortRef> ref(Node node, Field field, Reading reading) {
        if (!(node instanceof Scalar scalar) || scalar.type() != ScalarType.TEXT) {
            OptionalInt number = Fields.port(node, field, reading);
            return number.isPresent() ? Optional.of(new PortRef.Numbered(number.getAsInt())) : Optional.empty();
        }
        if (!ApiRules.isPortName(scalar.text())) {
            boolean quoted = Fields.isPort(scalar.text());
            reading.problem(
                    node,
                    field,
                    quoted ? "is a number in quotes, which is a name and none a port can have" : "is no name of a port",
                    quoted ? "remove the quotes" : ApiRules.PORT_NAME_RULE);
            return Optional.empty();
        }
        return Optional.of(new PortRef.Named(scalar.text()));
    }

    private static Optional<Integer> end(Fields fields, Optional<Node> written, Optional<PortRef> port) {
        OptionalInt end = fields.port("endPort");
        if (end.isEmpty()) {
            return Optional.empty();
        }
        if (written.isEmpty()) {
            fields.problem("endPort", "ends a range that has no beginning", "write port: NUMBER too");
        } else if (port.isPresent() && port.get() instanceof PortRef.Named) {
            fields.problem("endPort", "can't end a range that begins with a name", "write the port's number");
        } else if (port.isPresent()
                && port.get() instanceof PortRef.Numbered first
                && first.number() > end.getAsInt()) {
            fields.problem("endPort", "is smaller than port", "write a number that isn't, or remove endPort");
        }
        return Optional.of(end.getAsInt());
    }
}
