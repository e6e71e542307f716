package io.maskwire.networkpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Fleet;
import io.maskwire.declaration.PlatformPeer;
import io.maskwire.declaration.Protocol;
import io.maskwire.declaration.Service;
import io.maskwire.declaration.Workload;
import io.maskwire.networkpolicy.cluster.PolicyEvaluator;
import io.maskwire.networkpolicy.cluster.PolicyEvaluator.Endpoint;
import io.maskwire.networkpolicy.cluster.PortSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everybody who could connect: the fleet's pods, its guests and platform, strangers in and outside the cluster. */
record World(Fleet fleet, List<Declaration> declarations) {

    static final String FAR_HOST = "203.0.113.25";
    static final String OTHER_HOST = "198.51.100.7";
    static final String METADATA = "169.254.169.254";

    private static final List<String> PROTOCOLS = List.of("TCP", "UDP", "SCTP");

    /**
     * What is really open: every pair is tried on every port anybody names, and on some nobody does. A pair that is open
     * on all of them is one line. The naive evaluator and the one by classes must agree on each pair.
     */
    Set<String> opened(Map<String, String> files) {
        PolicyEvaluator naive = evaluator(files);
        Map<String, Endpoint> everybody = everybody();
        Judged judged = new Judged(files, everybody);
        Set<String> ours = new TreeSet<>();
        declarations.forEach(declaration ->
                service(declaration).workloads().forEach(workload -> ours.add(name(service(declaration), workload))));
        Set<Integer> ports = ports();
        Set<String> open = new TreeSet<>();
        everybody.forEach((from, source) -> everybody.forEach((to, destination) -> {
            if (ours.contains(from) || ours.contains(to)) {
                Set<String> pair = pair(naive, source, another(destination), from + " -> " + to + " ", ports);
                assertThat(pair(judged.ports(from, to), from + " -> " + to + " ", ports))
                        .isEqualTo(pair);
                open.addAll(pair);
            }
        }));
        return open;
    }

    /** Another pod of the same kind, since a pod always reaches itself. */
    private static Endpoint another(Endpoint pod) {
        return pod.isPod()
                ? new Endpoint(pod.namespace(), pod.labels(), pod.address().replace("10.244.", "10.245."))
                : pod;
    }

    private static Set<String> pair(
            PolicyEvaluator evaluator, Endpoint source, Endpoint destination, String pair, Set<Integer> ports) {
        Set<String> open = new TreeSet<>();
        for (int number : ports) {
            for (String protocol : PROTOCOLS) {
                if (evaluator.allows(source, destination, number, protocol)) {
                    open.add(pair + number + "/" + protocol);
                }
            }
        }
        return open.size() == ports.size() * PROTOCOLS.size() ? Set.of(pair + "anything") : open;
    }

    private static Set<String> pair(PortSet judged, String pair, Set<Integer> ports) {
        Set<String> open = new TreeSet<>();
        for (int number : ports) {
            for (String protocol : PROTOCOLS) {
                if (judged.contains(Protocol.valueOf(protocol), number)) {
                    open.add(pair + number + "/" + protocol);
                }
            }
        }
        return open.size() == ports.size() * PROTOCOLS.size() ? Set.of(pair + "anything") : open;
    }

    private Map<String, Endpoint> everybody() {
        Map<String, Endpoint> everybody = new TreeMap<>();
        Set<String> namespaces = new TreeSet<>(Set.of("elsewhere"));
        for (Declaration declaration : declarations) {
            Service service = service(declaration);
            service.workloads()
                    .forEach(workload ->
                            everybody.put(name(service, workload), pod(service, workload, everybody.size())));
            namespaces.add(service.name().namespace());
            declaration
                    .serves()
                    .values()
                    .forEach(port -> port.guests()
                            .forEach((name, guest) -> everybody.putIfAbsent(
                                    name.toString(),
                                    new Endpoint(name.namespace(), guest.selector(), "10.244.7." + everybody.size()))));
            declaration
                    .external()
                    .values()
                    .forEach(external -> external.cidrs().forEach(cidr -> outside(everybody, address(cidr))));
        }
        fleet.platform().values().forEach(peer -> platform(peer, everybody, namespaces));
        for (String namespace : namespaces) {
            everybody.put(
                    namespace + "/stranger",
                    new Endpoint(namespace, Map.of("app", "stranger"), "10.244.8." + everybody.size()));
        }
        List.of(FAR_HOST, OTHER_HOST, METADATA).forEach(address -> outside(everybody, address));
        return everybody;
    }

    private static void platform(PlatformPeer peer, Map<String, Endpoint> everybody, Set<String> namespaces) {
        peer.pods().forEach(pods -> {
            everybody.put(name(pods), new Endpoint(pods.namespace(), pods.selector(), "10.244.9." + everybody.size()));
            namespaces.add(pods.namespace());
        });
        peer.cidrs().forEach(cidr -> outside(everybody, address(cidr)));
        peer.nodeLocal().ifPresent(address -> outside(everybody, address));
    }

    private static void outside(Map<String, Endpoint> everybody, String address) {
        everybody.put(address, Endpoint.outside(address));
    }

    /** An address of a block: that of a single host, else one a little way in. */
    private static String address(String cidr) {
        String base = cidr.substring(0, cidr.indexOf('/'));
        boolean single = cidr.endsWith("/32") || cidr.endsWith("/128");
        return single ? base : base.endsWith("::") ? base + "7" : base.replaceFirst("[0-9]+$", "9");
    }

    private Set<Integer> ports() {
        Set<Integer> ports = new TreeSet<>(Set.of(1, 53, 80, 443, 8080, 15008, 15012, 15020, 15021, 15090, 65535));
        for (Declaration declaration : declarations) {
            declaration.serves().values().forEach(port -> {
                ports.add(port.port());
                port.servicePort().ifPresent(ports::add);
            });
            declaration.external().values().forEach(external -> ports.add(external.port()));
        }
        fleet.platform().values().forEach(peer -> ports.addAll(peer.ports()));
        return ports;
    }

    static PolicyEvaluator evaluator(Map<String, String> files) {
        return new PolicyEvaluator(files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".yaml"))
                .map(Map.Entry::getValue)
                .toList());
    }

    /** One pod of a service's first workload. */
    static Endpoint pod(Declaration declaration, int number) {
        Service service = service(declaration);
        return pod(service, service.workloads().get(0), number);
    }

    /** One pod, with a label no selector names. */
    private static Endpoint pod(Service service, Workload workload, int number) {
        Map<String, String> labels = new TreeMap<>(workload.selector());
        labels.put("pod-template-hash", "5d8f7");
        return new Endpoint(service.name().namespace(), labels, "10.244.1." + number);
    }

    /** How pods of the platform are called here. */
    static String name(PlatformPeer.Pods pods) {
        return pods.namespace() + "/" + pods.selector().entrySet().iterator().next();
    }

    private static String name(Service service, Workload workload) {
        return service.name() + (workload.name().isEmpty() ? "" : "." + workload.name());
    }

    private static Service service(Declaration declaration) {
        return declaration.service().orElseThrow();
    }
}
