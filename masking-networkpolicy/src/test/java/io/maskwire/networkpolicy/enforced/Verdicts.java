package io.maskwire.networkpolicy.enforced;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.networkpolicy.cluster.AddressBlocks;
import io.maskwire.networkpolicy.cluster.Connection;
import io.maskwire.networkpolicy.cluster.Connectivity;
import io.maskwire.networkpolicy.cluster.Party;
import io.maskwire.networkpolicy.cluster.PolicyEvaluator;
import io.maskwire.networkpolicy.cluster.PolicyEvaluator.Endpoint;
import io.maskwire.networkpolicy.cluster.PortSet;
import io.maskwire.networkpolicy.manifest.Workload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What should come of attempts under some manifests, by the evaluator of the main code and by the naive one. */
final class Verdicts {

    private final Scene scene;
    private final Connectivity connectivity;
    private final List<Connection> connections;
    private final PolicyEvaluator naive;
    private final Map<String, Endpoint> endpoints = new HashMap<>();
    private final Map<String, PortSet> ports = new HashMap<>();

    Verdicts(Scene scene, Map<String, String> files) {
        this.scene = scene;
        this.connectivity = Connectivity.of(scene.with(files), AddressBlocks.PODS_TOO);
        this.connections = connectivity.all();
        this.naive = new PolicyEvaluator(files.values());
        scene.hosts().forEach(host -> endpoints.put(host.name(), Endpoint.outside(host.address())));
        scene.resources().workloads().forEach(pod -> endpoints.put(name(pod), endpoint(pod)));
    }

    private static String name(Workload pod) {
        return pod.metadata().name().toString();
    }

    private static Endpoint endpoint(Workload pod) {
        return new Endpoint(
                pod.metadata().name().namespace(),
                pod.podLabels(),
                pod.addresses().get(0));
    }

    /** What an attempt may meet: the names of pods that answer, or nothing but a timeout. */
    Set<String> expected(Attempt attempt) {
        Set<String> expected = new TreeSet<>();
        scene.targets(attempt).forEach(target -> expected.add(isOpen(target) ? target.to() : "timeout"));
        assertThat(expected.contains("timeout") && expected.size() > 1)
                .as("%s depends on whose turn it is", attempt)
                .isFalse();
        return expected;
    }

    private boolean isOpen(Attempt attempt) {
        boolean open = ports(attempt.from(), attempt.to()).contains(attempt.protocol(), attempt.port());
        assertThat(naive.allows(
                        endpoints.get(attempt.from()),
                        endpoints.get(attempt.to()),
                        attempt.port(),
                        attempt.protocol().name()))
                .as("%s by the naive evaluator", attempt)
                .isEqualTo(open);
        return open;
    }

    private PortSet ports(String from, String to) {
        return ports.computeIfAbsent(from + " -> " + to, pair -> {
            Predicate<Party> sender = party(from);
            Predicate<Party> receiver = party(to);
            return connections.stream()
                    .filter(one -> sender.test(one.from()) && receiver.test(one.to()))
                    .map(Connection::ports)
                    .reduce(PortSet.NONE, PortSet::plus);
        });
    }

    private Predicate<Party> party(String name) {
        return connectivity.meant(scene.host(name).isPod() ? name + "[Pod]" : name);
    }
}
