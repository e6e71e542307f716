package io.maskwire.networkpolicy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.declaration.Protocol;
import io.maskwire.networkpolicy.cluster.PolicyEvaluator.Endpoint;
import io.maskwire.networkpolicy.manifest.ManifestReader;
import io.maskwire.networkpolicy.manifest.ManifestSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The evaluator by classes and the naive one that asks every policy about every connection never disagree. */
class TwinTest {

    private static final int CLUSTERS = 10_000;

    @Test
    void bothJudgeEveryConnectionOfTenThousandClustersAlike() {
        long probes = 0;
        long open = 0;
        for (long seed = 0; seed < CLUSTERS; seed++) {
            Compared compared = new Compared(seed);
            compared.compare();
            probes += compared.probes;
            open += compared.open;
        }
        assertThat(probes).isGreaterThan(2_000_000);
        assertThat(open).as("neither everything nor nothing is open").isBetween(probes / 10, probes * 9 / 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 77, 4711})
    void groupsHaveOnlyPodsThatTheNaiveOneCantTellApart(long seed) {
        Compared compared = new Compared(seed);
        assertThat(compared.cluster.groups()).isBetween(1, compared.pods.size());
    }

    private static final class Compared {

        private final long seed;
        private final Cluster cluster;
        private final PolicyEvaluator naive;
        private final List<Endpoint> pods = new ArrayList<>();
        private long probes;
        private long open;

        Compared(long seed) {
            this.seed = seed;
            RandomCluster random = new RandomCluster(seed);
            this.cluster = Cluster.of(
                    ManifestReader.read(List.of(ManifestSource.text("cluster-" + seed, random.manifests()))),
                    AddressBlocks.PODS_TOO);
            this.naive = new PolicyEvaluator(
                    random.policies().stream().map(PolicyEvaluator::load).toList(), random.namespaces());
            for (Pods some : cluster.pods()) {
                RandomCluster.Pod pod = random.pods().stream()
                        .filter(one -> one.name().equals(some.name().name()))
                        .findFirst()
                        .orElseThrow();
                // A label nobody selects by keeps pods apart that are otherwise the same.
                Map<String, String> labels = new TreeMap<>(pod.labels());
                labels.put("name", pod.name());
                pods.add(new Endpoint(pod.namespace(), labels, pod.address(), pod.ports()));
            }
        }

        void compare() {
            for (int from = 0; from < pods.size(); from++) {
                int sender = cluster.groupOf(from);
                for (int to = 0; to < pods.size(); to++) {
                    PortSet ports = from == to ? PortSet.ALL : cluster.ports(sender, cluster.groupOf(to));
                    compare(pods.get(from), pods.get(to), ports);
                }
                for (String address : RandomCluster.OUTSIDE) {
                    int interval = cluster.space().of(Address.parse(address).orElseThrow());
                    compare(pods.get(from), Endpoint.outside(address), cluster.portsOutside(sender, interval));
                    compare(Endpoint.outside(address), pods.get(from), cluster.portsFromOutside(interval, sender));
                }
            }
        }

        private void compare(Endpoint from, Endpoint to, PortSet ports) {
            for (int port : RandomCluster.PORTS) {
                for (Protocol protocol : Protocol.values()) {
                    boolean expected = naive.allows(from, to, port, protocol.name());
                    if (ports.contains(protocol, port) != expected) {
                        throw new AssertionError("cluster " + seed + ": " + from + " -> " + to + " " + port + "/"
                                + protocol + " should be " + (expected ? "open" : "closed") + "\n"
                                + new RandomCluster(seed).manifests());
                    }
                    probes++;
                    open += expected ? 1 : 0;
                }
            }
        }
    }
}
