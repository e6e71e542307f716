package io.maskwire.networkpolicy.lint;

import io.maskwire.declaration.Protocol;
import io.maskwire.networkpolicy.FindingRule;
import io.maskwire.networkpolicy.api.Shown;
import io.maskwire.networkpolicy.manifest.Direction;
import io.maskwire.networkpolicy.manifest.NetworkPolicy;
import io.maskwire.networkpolicy.manifest.PolicyPeer;
import io.maskwire.networkpolicy.manifest.PolicyPort;
import io.maskwire.networkpolicy.manifest.PolicyRule;
import io.maskwire.networkpolicy.manifest.PortRef;
import io.maskwire.networkpolicy.manifest.ReadService;
import io.maskwire.networkpolicy.manifest.Workload;
import io.maskwire.networkpolicy.manifest.Workload.ContainerPort;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Mistakes in ports: they are always those of the pods that receive. */
final class PortRules {

    private final NetworkPolicy policy;
    private final Surroundings around;
    private final PolicyReport report;

    private PortRules(NetworkPolicy policy, Surroundings around, PolicyReport report) {
        this.policy = policy;
        this.around = around;
        this.report = report;
    }

    static void check(NetworkPolicy policy, Surroundings around, PolicyReport report) {
        PortRules rules = new PortRules(policy, around, report);
        for (Direction direction : Direction.values()) {
            if (policy.isolates(direction)) {
                policy.rules(direction).forEach(rule -> rules.rule(direction, rule));
            }
        }
    }

    private void rule(Direction direction, PolicyRule rule) {
        List<Workload> receivers = direction == Direction.INGRESS
                ? around.selected(policy)
                : rule.peers().orElse(List.of()).stream()
                        .filter(PolicyPeer.Pods.class::isInstance)
                        .flatMap(peer -> around.peers(policy, (PolicyPeer.Pods) peer).stream())
                        .distinct()
                        .toList();
        if (receivers.isEmpty()) {
            return;
        }
        for (PolicyPort port : rule.ports().orElse(List.of())) {
            port.port().ifPresent(found -> port(port, found, receivers));
        }
    }

    private void port(PolicyPort port, PortRef wanted, List<Workload> receivers) {
        if (wanted instanceof PortRef.Named named) {
            boolean somewhere = receivers.stream()
                    .flatMap(workload -> workload.ports().stream())
                    .anyMatch(one -> one.name().equals(named.name()) && one.protocol() == port.protocol());
            if (!somewhere) {
                report.add(
                        FindingRule.NAMED_PORT_NOWHERE,
                        port.place(),
                        "names the port " + Shown.name(named.name()) + "/" + port.protocol()
                                + ", which no container of "
                                + Texts.of(receivers.get(0)) + (receivers.size() > 1 ? " and the others" : "")
                                + " has",
                        "write the port's number, or the name and protocol that the container gives it");
            }
        } else if (wanted instanceof PortRef.Numbered numbered && port.endPort().isEmpty()) {
            receivers.forEach(workload -> number(port, numbered.number(), workload));
        }
    }

    private void number(PolicyPort port, int number, Workload workload) {
        if (listens(workload, number, port.protocol())) {
            return;
        }
        for (ReadService service : around.services(Surroundings.namespace(workload))) {
            boolean inFront = !service.selector().isEmpty()
                    && workload.podLabels()
                            .entrySet()
                            .containsAll(service.selector().entrySet());
            Optional<ReadService.Port> outer = service.ports().stream()
                    .filter(one -> inFront && one.port() == number && one.protocol() == port.protocol())
                    .findFirst();
            OptionalInt target = outer.map(one -> target(one, workload)).orElseGet(OptionalInt::empty);
            if (target.isPresent() && target.getAsInt() != number) {
                report.add(
                        FindingRule.SERVICE_PORT_IN_POLICY,
                        port.place(),
                        "opens " + number + "/" + port.protocol() + ", the port of the Service "
                                + Texts.of(service.metadata().name()) + "; the port of " + Texts.of(workload)
                                + " is " + target.getAsInt(),
                        "write port: " + target.getAsInt());
            }
        }
    }

    private static boolean listens(Workload workload, int number, Protocol protocol) {
        return workload.ports().stream().anyMatch(port -> port.port() == number && port.protocol() == protocol);
    }

    private static OptionalInt target(ReadService.Port port, Workload workload) {
        if (port.target().isEmpty()) {
            return OptionalInt.of(port.port());
        }
        if (port.target().get() instanceof PortRef.Numbered numbered) {
            return OptionalInt.of(numbered.number());
        }
        String name = port.target().get().toString();
        return workload.ports().stream()
                .filter(one -> one.name().equals(name) && one.protocol() == port.protocol())
                .mapToInt(ContainerPort::port)
                .findFirst();
    }
}
