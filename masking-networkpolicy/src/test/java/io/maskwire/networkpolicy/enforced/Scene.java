package io.maskwire.networkpolicy.enforced;

import io.maskwire.declaration.Protocol;
import io.maskwire.networkpolicy.manifest.ManifestReader;
import io.maskwire.networkpolicy.manifest.ManifestSource;
import io.maskwire.networkpolicy.manifest.ObjectName;
import io.maskwire.networkpolicy.manifest.ReadService;
import io.maskwire.networkpolicy.manifest.Resources;
import io.maskwire.networkpolicy.manifest.Workload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who is there and what is tried: the pods and Services of {@code cluster.yaml}, and two hosts outside. */
final class Scene {

    /** What every host listens on and everybody tries: every port that is declared, on both protocols or not. */
    static final Map<Protocol, List<Integer>> PORTS = new TreeMap<>(Map.of(
            Protocol.TCP, List.of(53, 443, 587, 5432, 7946, 8081, 8443),
            Protocol.UDP, List.of(53, 443, 7946, 8443)));

    private static final List<Host> OUTSIDE =
            List.of(new Host("203.0.113.25", "", "203.0.113.25"), new Host("198.51.100.7", "", "198.51.100.7"));

    private final ManifestSource cluster;
    private final Resources resources;
    private final List<Host> hosts = new ArrayList<>();
    private final Map<ObjectName, String> serviceAddresses = new TreeMap<>();

    Scene(Path cluster) {
        this.cluster = ManifestSource.file(cluster);
        this.resources = ManifestReader.read(List.of(this.cluster));
        resources.workloads().forEach(pod -> hosts.add(host(pod)));
        hosts.addAll(OUTSIDE);
        resources
                .services()
                .forEach(service ->
                        serviceAddresses.put(service.metadata().name(), "10.96.0." + (serviceAddresses.size() + 1)));
    }

    private static Host host(Workload pod) {
        ObjectName name = pod.metadata().name();
        return new Host(name.toString(), name.namespace(), pod.addresses().get(0));
    }

    List<Host> hosts() {
        return hosts;
    }

    Map<ObjectName, String> serviceAddresses() {
        return serviceAddresses;
    }

    Resources resources() {
        return resources;
    }

    /** The cluster with the manifests of a folder, read back from their text. */
    Resources with(Map<String, String> files) {
        List<ManifestSource> sources = new ArrayList<>(List.of(cluster));
        files.forEach((name, text) -> sources.add(ManifestSource.text(name, text)));
        return ManifestReader.read(sources);
    }

    /** Everybody to everybody else on every port, but for hosts outside among themselves; every pod to every Service. */
    List<Attempt> attempts() {
        List<Attempt> attempts = new ArrayList<>();
        for (Host from : hosts) {
            for (Host to : hosts) {
                if (!from.equals(to) && (from.isPod() || to.isPod())) {
                    PORTS.forEach((protocol, ports) -> ports.forEach(
                            port -> attempts.add(new Attempt(from.name(), to.name(), protocol, to.address(), port))));
                }
            }
            if (from.isPod()) {
                resources.services().forEach(service -> attempts.addAll(toService(from, service)));
            }
        }
        return attempts;
    }

    /** None from a pod behind the Service, whose turn might be its own. */
    private List<Attempt> toService(Host from, ReadService service) {
        ObjectName name = service.metadata().name();
        return behind(service).contains(from.name())
                ? List.of()
                : service.ports().stream()
                        .map(port -> new Attempt(
                                from.name(),
                                "service " + name,
                                port.protocol(),
                                serviceAddresses.get(name),
                                port.port()))
                        .toList();
    }

    private List<String> behind(ReadService service) {
        return Ruleset.behind(service, resources).stream()
                .map(pod -> pod.metadata().name().toString())
                .toList();
    }

    /** The same attempt at each pod that it may lead to; itself, unless it is at a Service. */
    List<Attempt> targets(Attempt attempt) {
        for (ReadService service : resources.services()) {
            if (attempt.address().equals(serviceAddresses.get(service.metadata().name()))) {
                return service.ports().stream()
                        .filter(port -> port.port() == attempt.port() && port.protocol() == attempt.protocol())
                        .flatMap(port -> behind(service).stream()
                                .map(pod -> new Attempt(
                                        attempt.from(),
                                        pod,
                                        attempt.protocol(),
                                        host(pod).address(),
                                        Ruleset.target(port))))
                        .toList();
            }
        }
        return List.of(attempt);
    }

    Host host(String name) {
        return hosts.stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
