package io.maskwire.networkpolicy;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Fleet;
import io.maskwire.declaration.PlatformPeer;
import io.maskwire.declaration.Service;
import io.maskwire.networkpolicy.cluster.PolicyEvaluator;
import io.maskwire.networkpolicy.cluster.PolicyEvaluator.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everybody who could connect: the fleet's pods, its platform, strangers in and outside the cluster. */
record World(Fleet fleet, List<Declaration> declarations) {

    static final String FAR_HOST = "203.0.113.25";
    static final String OTHER_HOST = "198.51.100.7";

    /** What is really open: every pair is tried on every port anybody names, and on some nobody does. */
    Set<String> opened(Map<String, String> files) {
        PolicyEvaluator evaluator = evaluator(files);
        Map<String, Endpoint> everybody = everybody();
        Set<String> ours = new TreeSet<>();
        declarations.forEach(declaration -> ours.add(name(declaration)));
        Set<String> open = new TreeSet<>();
        everybody.forEach((from, source) -> everybody.forEach((to, destination) -> {
            for (int number : ours.contains(from) || ours.contains(to) ? ports() : Set.<Integer>of()) {
                for (String protocol : List.of("TCP", "UDP", "SCTP")) {
                    if (evaluator.allows(source, destination, number, protocol)) {
                        open.add(from + " -> " + to + " " + number + "/" + protocol);
                    }
                }
            }
        }));
        return open;
    }

    private Map<String, Endpoint> everybody() {
        Map<String, Endpoint> everybody = new TreeMap<>();
        Set<String> namespaces = new TreeSet<>(Set.of("elsewhere"));
        for (Declaration declaration : declarations) {
            everybody.put(name(declaration), pod(declaration, everybody.size()));
            namespaces.add(declaration.service().orElseThrow().name().namespace());
        }
        fleet.platform().values().stream().flatMap(peer -> peer.pods().stream()).forEach(pods -> {
            everybody.put(name(pods), new Endpoint(pods.namespace(), pods.selector(), "10.244.9." + everybody.size()));
            namespaces.add(pods.namespace());
        });
        for (String namespace : namespaces) {
            everybody.put(
                    namespace + "/stranger",
                    new Endpoint(namespace, Map.of("app", "stranger"), "10.244.8." + everybody.size()));
        }
        everybody.put(FAR_HOST, Endpoint.outside(FAR_HOST));
        everybody.put(OTHER_HOST, Endpoint.outside(OTHER_HOST));
        return everybody;
    }

    private Set<Integer> ports() {
        Set<Integer> ports = new TreeSet<>(Set.of(1, 53, 80, 443, 8080, 65535));
        for (Declaration declaration : declarations) {
            declaration.serves().values().forEach(port -> {
                ports.add(port.port());
                port.servicePort().ifPresent(ports::add);
            });
            declaration.external().values().forEach(external -> ports.add(external.port()));
        }
        return ports;
    }

    static PolicyEvaluator evaluator(Map<String, String> files) {
        return new PolicyEvaluator(files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".yaml"))
                .map(Map.Entry::getValue)
                .toList());
    }

    /** One pod of a service, with a label no selector names. */
    static Endpoint pod(Declaration declaration, int number) {
        Service service = declaration.service().orElseThrow();
        Map<String, String> labels = new TreeMap<>(service.workloads().get(0).selector());
        labels.put("pod-template-hash", "5d8f7");
        return new Endpoint(service.name().namespace(), labels, "10.244.1." + number);
    }

    /** How pods of the platform are called here. */
    static String name(PlatformPeer.Pods pods) {
        return pods.namespace() + "/" + pods.selector().entrySet().iterator().next();
    }

    private static String name(Declaration declaration) {
        return declaration.service().orElseThrow().name().toString();
    }
}
