package io.maskwire.networkpolicy;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Service;
import io.maskwire.declaration.ServiceName;
import io.maskwire.declaration.Workload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The pods of each service as peers, made once since every edge names them. Immutable. */
final class ServicePods {

    /** Pods of the own namespace are named by their labels alone. */
    private record Pods(List<Peer> here, List<Peer> elsewhere) {

        static Pods of(String namespace, List<Workload> workloads) {
            return new Pods(peers(Optional.empty(), workloads), peers(Optional.of(namespace), workloads));
        }

        private static List<Peer> peers(Optional<String> namespace, List<Workload> workloads) {
            return workloads.stream()
                    .map(one -> (Peer) new Peer.Pods(namespace, Labels.sorted(one.selector())))
                    .toList();
        }

        List<Peer> seenFrom(String namespace, ServiceName service) {
            return namespace.equals(service.namespace()) ? here : elsewhere;
        }
    }

    private final Map<ServiceName, Pods> callers = new HashMap<>();
    private final Map<ServiceName, Pods> providers = new HashMap<>();

    ServicePods(Services services) {
        for (Declaration declaration : services.declarations()) {
            Service service = Services.service(declaration);
            ServiceName name = service.name();
            callers.put(name, Pods.of(name.namespace(), service.workloads()));
            providers.put(
                    name,
                    Pods.of(
                            name.namespace(),
                            service.workloads().stream()
                                    .filter(one -> one.kind().serves())
                                    .toList()));
        }
    }

    /** All pods of a service, for a policy in a namespace. */
    List<Peer> callers(ServiceName service, String namespace) {
        return Objects.requireNonNull(callers.get(service)).seenFrom(namespace, service);
    }

    /** Those that others may connect to. */
    List<Peer> providers(ServiceName service, String namespace) {
        return Objects.requireNonNull(providers.get(service)).seenFrom(namespace, service);
    }
}
