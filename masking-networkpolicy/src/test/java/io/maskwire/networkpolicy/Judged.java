package io.maskwire.networkpolicy;

import io.maskwire.networkpolicy.cluster.AddressBlocks;
import io.maskwire.networkpolicy.cluster.Connection;
import io.maskwire.networkpolicy.cluster.Connectivity;
import io.maskwire.networkpolicy.cluster.Party;
import io.maskwire.networkpolicy.cluster.PolicyEvaluator.Endpoint;
import io.maskwire.networkpolicy.cluster.PortSet;
import io.maskwire.networkpolicy.manifest.ManifestReader;
import io.maskwire.networkpolicy.manifest.ManifestSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A world as manifests, judged by the main code. */
final class Judged {

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
