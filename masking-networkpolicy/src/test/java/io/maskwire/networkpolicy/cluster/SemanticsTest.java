package io.maskwire.networkpolicy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.declaration.Protocol;
import io.maskwire.networkpolicy.cluster.PolicyEvaluator.Endpoint;
import io.maskwire.networkpolicy.manifest.ManifestReader;
import io.maskwire.networkpolicy.manifest.ManifestSource;
import io.maskwire.networkpolicy.manifest.Workload.ContainerPort;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of {@code semantics/table.txt}: what each rule of the API means, probe by probe, for both evaluators. */
class SemanticsTest {

    private static final Pattern PROBES = Pattern.compile("(yes|no|undefined) (.+) -> ((?:\\S+, )*\\S+) (.+)");
    private static final Pattern POLICY = Pattern.compile("policy (\\S+): (.+)");
    private static final int RULES = 27;

    private record Probe(String expected, String from, String to, int port, Protocol protocol) {}

    record Section(int rule, String claim, List<String> policies, List<Probe> probes) {

        static Section of(String part) {
            List<String> lines = part.lines().filter(line -> !line.isBlank()).toList();
            int space = lines.get(0).indexOf(' ');
            List<String> policies = new ArrayList<>();
            List<Probe> probes = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                Matcher policy = POLICY.matcher(line);
                if (policy.matches()) {
                    policies.add("{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p"
                            + policies.size() + ", namespace: " + policy.group(1) + "}, spec: {" + policy.group(2)
                            + "}}");
                } else {
                    probes.addAll(probes(line));
                }
            }
            return new Section(
                    Integer.parseInt(lines.get(0).substring(0, space)),
                    lines.get(0).substring(space + 1),
                    policies,
                    probes);
        }

        private static List<Probe> probes(String line) {
            Matcher matcher = PROBES.matcher(line);
            assertThat(matcher.matches()).as(line).isTrue();
            List<Probe> probes = new ArrayList<>();
            for (String from : matcher.group(2).split(", ", -1)) {
                for (String to : matcher.group(3).split(", ", -1)) {
                    for (String port : matcher.group(4).split(" ", -1)) {
                        String[] parts = port.split("/", -1);
                        probes.add(new Probe(
                                matcher.group(1),
                                from.replace("\"", ""),
                                to.replace("\"", ""),
                                Integer.parseInt(parts[0]),
                                Protocol.valueOf(parts[1])));
                    }
                }
            }
            return probes;
        }

        @Override
        public String toString() {
            return rule + " " + claim;
        }
    }

    static Stream<Section> sections() {
        return Arrays.stream(resource("table.txt").split("(?m)^=== ", -1))
                .skip(1)
                .map(Section::of);
    }

    private static String resource(String name) {
        try (InputStream in = SemanticsTest.class.getResourceAsStream("/semantics/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theTableProbesEveryRuleFiveHundredTimesInAll() {
        List<Section> sections = sections().toList();
        assertThat(sections.stream()
                        .mapToInt(section -> new TreeSet<>(section.probes().stream()
                                        .map(Probe::toString)
                                        .toList())
                                .size())
                        .sum())
                .isGreaterThanOrEqualTo(500);
        assertThat(sections.stream().map(Section::rule))
                .containsAll(IntStream.rangeClosed(1, RULES).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("sections")
    void theEvaluatorByClassesAnswersAsTheTable(Section section) {
        Cluster cluster = cluster(section);
        for (Probe probe : section.probes()) {
            assertThat(answer(cluster, probe)).as(probe.toString()).isEqualTo(probe.expected());
        }
    }

    @ParameterizedTest
    @MethodSource("sections")
    void theNaiveEvaluatorAnswersAsTheTable(Section section) {
        Map<String, Endpoint> endpoints = endpoints(cluster(section));
        PolicyEvaluator naive = new PolicyEvaluator(
                section.policies().stream().map(PolicyEvaluator::load).toList(),
                Map.of("shop", Map.of("team", "a"), "pay", Map.of("team", "b", "audited", "yes")));
        for (Probe probe : section.probes()) {
            if (!probe.expected().equals("undefined")) {
                Endpoint from = endpoints.getOrDefault(probe.from(), Endpoint.outside(probe.from()));
                Endpoint to = endpoints.getOrDefault(probe.to(), Endpoint.outside(probe.to()));
                assertThat(naive.allows(from, to, probe.port(), probe.protocol().name()) ? "yes" : "no")
                        .as(probe.toString())
                        .isEqualTo(probe.expected());
            }
        }
    }

    private static Cluster cluster(Section section) {
        List<ManifestSource> sources =
                new ArrayList<>(List.of(ManifestSource.text("world.yaml", resource("world.yaml"))));
        section.policies().forEach(policy -> sources.add(ManifestSource.text("p" + sources.size(), policy)));
        return Cluster.of(ManifestReader.read(sources), AddressBlocks.PODS_TOO);
    }

    private static String answer(Cluster cluster, Probe probe) {
        int from = index(cluster, probe.from());
        int to = index(cluster, probe.to());
        boolean undefined = from >= 0 && cluster.isUndefined(cluster.groupOf(from))
                || to >= 0 && cluster.isUndefined(cluster.groupOf(to));
        return undefined
                ? "undefined"
                : ports(cluster, probe, from, to).contains(probe.protocol(), probe.port()) ? "yes" : "no";
    }

    private static PortSet ports(Cluster cluster, Probe probe, int from, int to) {
        if (from == to) {
            return PortSet.ALL;
        }
        if (from < 0) {
            return cluster.portsFromOutside(interval(cluster, probe.from()), cluster.groupOf(to));
        }
        return to < 0
                ? cluster.portsOutside(cluster.groupOf(from), interval(cluster, probe.to()))
                : cluster.ports(cluster.groupOf(from), cluster.groupOf(to));
    }

    private static int interval(Cluster cluster, String address) {
        return cluster.space().of(Address.parse(address).orElseThrow());
    }

    private static int index(Cluster cluster, String name) {
        return IntStream.range(0, cluster.pods().size())
                .filter(i -> cluster.pods().get(i).name().toString().equals(name))
                .findFirst()
                .orElse(-1);
    }

    private static Map<String, Endpoint> endpoints(Cluster cluster) {
        Map<String, Endpoint> endpoints = new LinkedHashMap<>();
        for (Pods pods : cluster.pods()) {
            Map<String, Integer> ports = new TreeMap<>();
            for (ContainerPort port : pods.ports()) {
                ports.put(port.name() + "/" + port.protocol(), port.port());
            }
            String address = pods.addresses().stream().map(Address::toString).collect(Collectors.joining(","));
            endpoints.put(pods.name().toString(), new Endpoint(pods.name().namespace(), pods.labels(), address, ports));
        }
        return endpoints;
    }
}
