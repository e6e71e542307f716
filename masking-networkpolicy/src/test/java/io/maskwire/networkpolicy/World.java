package io.maskwire.networkpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Fleet;
import io.maskwire.declaration.Protocol;
import io.maskwire.declaration.Service;
import io.maskwire.networkpolicy.cluster.AddressBlocks;
import io.maskwire.networkpolicy.cluster.Connection;
import io.maskwire.networkpolicy.cluster.Connectivity;
import io.maskwire.networkpolicy.cluster.Party;
import io.maskwire.networkpolicy.cluster.PolicyEvaluator;
import io.maskwire.networkpolicy.cluster.PolicyEvaluator.Endpoint;
import io.maskwire.networkpolicy.cluster.PortSet;
import io.maskwire.networkpolicy.manifest.ManifestReader;
import io.maskwire.networkpolicy.manifest.ManifestSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Everybody who could connect: the fleet's pods, its platform, strangers in and outside the cluster. */
record World(Fleet fleet, List<Declaration> declarations) {

    static final String FAR_HOST = "203.0.113.25";
    static final String OTHER_HOST = "198.51.100.7";

    /**
     * What is really open: every pair is tried on every port anybody names, and on some nobody does. The naive evaluator
     * and the one by classes must agree on each.
     */
    Set<String> opened(Map<String, String> files) {
        PolicyEvaluator naive = evaluator(files);
        Map<String, Endpoint> everybody = everybody();
        Judged judged = new Judged(files, everybody);
        Set<String> ours = new TreeSet<>();
        declarations.forEach(declaration -> ours.add(name(declaration)));
        Set<String> open = new TreeSet<>();
        everybody.forEach((from, source) -> everybody.forEach((to, destination) -> {
            PortSet ports = judged.ports(from, to);
            for (int number : ours.contains(from) || ours.contains(to) ? ports() : Set.<Integer>of()) {
                for (Protocol protocol : Protocol.values()) {
                    String connection = from + " -> " + to + " " + number + "/" + protocol;
                    boolean allowed = naive.allows(source, another(destination), number, protocol.name());
                    assertThat(ports.contains(protocol, number)).as(connection).isEqualTo(allowed);
                    if (allowed) {
                        open.add(connection);
                    }
                }
            }
        }));
        return open;
    }

    /** Another pod of the same workload: a pod always reaches itself, which says nothing of its workload. */
    private static Endpoint another(Endpoint endpoint) {
        Map<String, String> labels = new TreeMap<>(endpoint.labels());
        labels.put("pod", "another");
        return endpoint.namespace().isEmpty() ? endpoint : new Endpoint(endpoint.namespace(), labels, "10.244.7.1");
    }

    /** The same world as manifests, judged by the main code. */
    private static final class Judged {

        private final Map<String, String> workloads = new TreeMap<>();
        private final List<Connection> connections;
        private final Connectivity connectivity;

        Judged(Map<String, String> files, Map<String, Endpoint> everybody) {
            List<ManifestSource> sources = new ArrayList<>();
            files.forEach((file, text) -> {
                if (file.endsWith(".yaml")) {
                    sources.add(ManifestSource.text(file, text));
                }
            });
            everybody.forEach((name, endpoint) -> {
                if (!endpoint.namespace().isEmpty()) {
                    String own = "w" + workloads.size();
                    workloads.put(name, endpoint.namespace() + "/" + own + "[Deployment]");
                    sources.add(ManifestSource.text(name, deployment(own, endpoint)));
                }
            });
            this.connectivity = Connectivity.of(ManifestReader.read(sources), AddressBlocks.PODS_TOO);
            this.connections = connectivity.all();
        }

        private static String deployment(String name, Endpoint endpoint) {
            StringBuilder labels = new StringBuilder();
            endpoint.labels().forEach((key, value) -> labels.append('"' + key + "\": \"" + value + "\", "));
            return "{apiVersion: apps/v1, kind: Deployment, metadata: {name: " + name + ", namespace: "
                    + endpoint.namespace() + "}, spec: {template: {metadata: {labels: {" + labels
                    + "}}, spec: {containers: []}}}}";
        }

        PortSet ports(String from, String to) {
            Predicate<Party> sender = connectivity.meant(workloads.getOrDefault(from, from));
            Predicate<Party> receiver = connectivity.meant(workloads.getOrDefault(to, to));
            return connections.stream()
                    .filter(one -> sender.test(one.from()) && receiver.test(one.to()))
                    .map(Connection::ports)
                    .reduce(outside(from) && outside(to) ? PortSet.ALL : PortSet.NONE, PortSet::plus);
        }

        private boolean outside(String name) {
            return !workloads.containsKey(name);
        }
    }

    private Map<String, Endpoint> everybody() {
        Map<String, Endpoint> everybody = new TreeMap<>();
        Set<String> namespaces = new TreeSet<>(Set.of("elsewhere"));
        for (Declaration declaration : declarations) {
            everybody.put(name(declaration), pod(declaration, everybody.size()));
            namespaces.add(declaration.service().orElseThrow().name().namespace());
        }
        fleet.platform().values().forEach(peer -> {
            Map.Entry<String, String> label =
                    peer.selector().entrySet().iterator().next();
            everybody.put(
                    peer.namespace() + "/" + label,
                    new Endpoint(peer.namespace(), peer.selector(), "10.244.9." + everybody.size()));
            namespaces.add(peer.namespace());
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
        Map<String, String> labels = new TreeMap<>(service.selector());
        labels.put("pod-template-hash", "5d8f7");
        return new Endpoint(service.name().namespace(), labels, "10.244.1." + number);
    }

    private static String name(Declaration declaration) {
        return declaration.service().orElseThrow().name().toString();
    }
}
