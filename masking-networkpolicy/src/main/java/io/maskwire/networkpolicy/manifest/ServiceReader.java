package io.maskwire.networkpolicy.manifest;

import io.maskwire.declaration.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a Service as far as it says which ports of which pods it leads to. */
final class ServiceReader {

    private final Reading reading;

    ServiceReader(Reading reading) {
        this.reading = reading;
    }

    Optional<ReadService> read(Node object) {
        Fields fields = Fields.of(object, Field.ROOT, reading).orElseThrow();
        Optional<Metadata> metadata = new MetadataReader(reading).namespaced(fields);
        Optional<Fields> spec = fields.part("spec");
        List<ReadService.Port> ports = spec.map(this::ports).orElse(List.of());
        return metadata.map(found -> new ReadService(
                found,
                Copies.of(spec.map(part -> Labels.read(part, "selector")).orElse(Copies.of(Map.of()))),
                ports,
                spec.flatMap(part -> part.text("type")).orElse("ClusterIP")));
    }

    private List<ReadService.Port> ports(Fields spec) {
        List<ReadService.Port> ports = new ArrayList<>();
        List<Node> items = spec.items("ports").orElse(List.of());
        for (int i = 0; i < items.size(); i++) {
            Fields.of(items.get(i), spec.field("ports").at(i), reading)
                    .flatMap(this::port)
                    .ifPresent(ports::add);
        }
        return ports;
    }

    private Optional<ReadService.Port> port(Fields port) {
        OptionalInt number = port.port("port");
        if (port.value("port").isEmpty()) {
            port.problem("port", "is missing", "write the port of the Service");
        }
        Optional<Protocol> protocol = PortReader.protocol(port);
        Optional<PortRef> target = port.value("targetPort")
                .filter(node -> !isZero(node))
                .flatMap(node -> PortReader.ref(node, port.field("targetPort"), reading));
        return number.isPresent() && protocol.isPresent()
                ? Optional.of(new ReadService.Port(
                        port.text("name").orElse(""), protocol.get(), number.getAsInt(), target, port.place()))
                : Optional.empty();
    }

    /** The way some exports write that there is none. */
    private static boolean isZero(Node node) {
        return node instanceof Node.Scalar scalar && scalar.text().equals("0");
    }
}
