package io.maskwire.networkpolicy.manifest;

import io.maskwire.declaration.Protocol;
import io.maskwire.networkpolicy.manifest.Node.Scalar;
import io.maskwire.networkpolicy.manifest.Workload.ContainerPort;
import io.maskwire.networkpolicy.manifest.Workload.Kind;
import io.maskwire.networkpolicy.manifest.Workload.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;

/** Reads pods, and what makes pods, as far as policies see them. */
final class WorkloadReader {

    /** Containers that live as long as their pod, and those before and beside them. */
    private static final List<String> CONTAINERS = List.of("initContainers", "containers");

    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");
    private static final Set<String> OVER = Set.of("Complete", "Failed");

    private final Reading reading;

    WorkloadReader(Reading reading) {
        this.reading = reading;
    }

    Optional<Workload> read(Node object, Kind kind) {
        Fields fields = Fields.of(object, Field.ROOT, reading).orElseThrow();
        Optional<Metadata> metadata = new MetadataReader(reading).namespaced(fields);
        Optional<Fields> pod = kind == Kind.POD ? Optional.of(fields) : template(fields, kind);
        if (metadata.isEmpty() || pod.isEmpty()) {
            return Optional.empty();
        }
        Optional<Fields> spec = pod.get().part("spec");
        SortedMap<String, String> labels = kind == Kind.POD
                ? metadata.get().labels()
                : pod.get()
                        .part("metadata")
                        .map(part -> Labels.read(part, "labels"))
                        .orElse(Copies.of(Map.of()));
        return Optional.of(new Workload(
                kind,
                metadata.get(),
                labels,
                spec.map(this::ports).orElse(List.of()),
                spec.map(part -> part.truth("hostNetwork")).orElse(false),
                spec.flatMap(part -> part.text("serviceAccountName")),
                kind == Kind.POD ? addresses(fields) : List.of(),
                owner(fields),
                kind == Kind.POD ? !hasEnded(fields) : makesPods(fields, kind)));
    }

    private static Optional<Fields> template(Fields fields, Kind kind) {
        Optional<Fields> spec = fields.part("spec");
        if (kind == Kind.CRON_JOB) {
            spec = spec.flatMap(part -> part.part("jobTemplate")).flatMap(part -> part.part("spec"));
        }
        Optional<Fields> template = spec.flatMap(part -> part.part("template"));
        if (template.isEmpty()
                && spec.map(part -> part.value("template").isEmpty()).orElse(true)) {
            spec.orElse(fields).problem("template", "is missing", "write the template of the pods");
        }
        return template;
    }

    private List<ContainerPort> ports(Fields spec) {
        List<ContainerPort> ports = new ArrayList<>();
        for (String key : CONTAINERS) {
            List<Node> containers = spec.items(key).orElse(List.of());
            for (int i = 0; i < containers.size(); i++) {
                Fields.of(containers.get(i), spec.field(key).at(i), reading)
                        .ifPresent(container -> ports(container, ports));
            }
        }
        return ports;
    }

    private void ports(Fields container, List<ContainerPort> ports) {
        List<Node> items = container.items("ports").orElse(List.of());
        for (int i = 0; i < items.size(); i++) {
            Fields.of(items.get(i), container.field("ports").at(i), reading)
                    .flatMap(WorkloadReader::port)
                    .ifPresent(ports::add);
        }
    }

    private static Optional<ContainerPort> port(Fields port) {
        OptionalInt number = port.port("containerPort");
        if (port.value("containerPort").isEmpty()) {
            port.problem("containerPort", "is missing", "write the port's number");
        }
        Optional<Protocol> protocol = PortReader.protocol(port);
        String name = port.text("name").orElse("");
        return number.isPresent() && protocol.isPresent()
                ? Optional.of(new ContainerPort(name, number.getAsInt(), protocol.get(), port.place()))
                : Optional.empty();
    }

    private static List<String> addresses(Fields pod) {
        Optional<Fields> status = pod.part("status");
        if (status.isEmpty()) {
            return List.of();
        }
        List<String> addresses = new ArrayList<>();
        List<Node> items = status.get().items("podIPs").orElse(List.of());
        for (int i = 0; i < items.size(); i++) {
            Fields.of(
                            items.get(i),
                            status.get().field("podIPs").at(i),
                            status.get().reading())
                    .flatMap(item -> item.text("ip"))
                    .ifPresent(addresses::add);
        }
        if (addresses.isEmpty()) {
            status.get().text("podIP").ifPresent(addresses::add);
        }
        return addresses;
    }

    private static boolean hasEnded(Fields pod) {
        return pod.part("status")
                .flatMap(status -> status.text("phase"))
                .filter(ENDED::contains)
                .isPresent();
    }

    private boolean makesPods(Fields fields, Kind kind) {
        if (kind == Kind.JOB && isOver(fields)) {
            return false;
        }
        return fields.part("spec")
                .flatMap(spec -> spec.value("replicas"))
                .filter(node -> node instanceof Scalar scalar && scalar.text().equals("0"))
                .isEmpty();
    }

    /** Whether a job has run to its end, so that it makes no pod any more. */
    private boolean isOver(Fields job) {
        Optional<Fields> status = job.part("status");
        List<Node> conditions = status.flatMap(part -> part.items("conditions")).orElse(List.of());
        for (int i = 0; i < conditions.size(); i++) {
            Field field = job.field("status").to("conditions").at(i);
            Optional<Fields> condition = Fields.of(conditions.get(i), field, reading);
            boolean over = condition
                            .flatMap(one -> one.text("type"))
                            .filter(OVER::contains)
                            .isPresent()
                    && condition
                            .flatMap(one -> one.text("status"))
                            .filter("True"::equals)
                            .isPresent();
            if (over) {
                return true;
            }
        }
        return false;
    }

    private Optional<Owner> owner(Fields object) {
        Optional<Fields> metadata = object.part("metadata");
        List<Node> owners =
                metadata.flatMap(part -> part.items("ownerReferences")).orElse(List.of());
        for (int i = 0; i < owners.size(); i++) {
            Field field = object.field("metadata").to("ownerReferences").at(i);
            Optional<Fields> owner = Fields.of(owners.get(i), field, reading).filter(one -> one.truth("controller"));
            if (owner.isPresent()) {
                return owner.flatMap(one ->
                        one.text("kind").flatMap(kind -> one.text("name").map(name -> new Owner(kind, name))));
            }
        }
        return Optional.empty();
    }
}
