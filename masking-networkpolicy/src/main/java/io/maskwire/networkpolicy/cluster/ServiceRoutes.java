package io.maskwire.networkpolicy.cluster;

import io.maskwire.declaration.Protocol;
import io.maskwire.networkpolicy.cluster.PortSpec.NamedPort;
import io.maskwire.networkpolicy.manifest.ObjectName;
import io.maskwire.networkpolicy.manifest.PortRef;
import io.maskwire.networkpolicy.manifest.ReadService;
import io.maskwire.networkpolicy.manifest.Selector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Follows Services to the pods behind them. */
final class ServiceRoutes {

    private final Cluster cluster;

    ServiceRoutes(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Where the ports of the Services that select pods lead, in the order of their names. */
    List<ServiceRoute> of(Collection<ReadService> services) {
        List<ServiceRoute> routes = new ArrayList<>();
        services.stream()
                .filter(service -> !service.selector().isEmpty())
                .sorted(Comparator.comparing(service -> service.metadata().name()))
                .forEach(service -> service.ports().forEach(port -> routes.add(route(service, port))));
        return routes;
    }

    /** The numbers of the pods behind a Service. */
    List<Integer> pods(ReadService service) {
        ObjectName name = service.metadata().name();
        Selector selector =
                new Selector(service.selector(), List.of(), service.metadata().place());
        return cluster.select(name.namespace(), selector);
    }

    private ServiceRoute route(ReadService service, ReadService.Port port) {
        PortSet targets = PortSet.NONE;
        TreeSet<String> names = new TreeSet<>();
        for (int pods : pods(service)) {
            names.add(cluster.pods().get(pods).node());
            targets = targets.plus(target(port, pods));
        }
        return new ServiceRoute(service.metadata().name(), port.port(), port.protocol(), List.copyOf(names), targets);
    }

    private PortSet target(ReadService.Port port, int pods) {
        Protocol protocol = port.protocol();
        PortRef target = port.target().orElseGet(() -> new PortRef.Numbered(port.port()));
        return target instanceof PortRef.Numbered numbered
                ? PortSet.of(protocol, numbered.number(), numbered.number())
                : cluster.classOf(pods)
                        .namedPorts()
                        .getOrDefault(new NamedPort(target.toString(), protocol), PortSet.NONE);
    }
}
