package io.maskwire.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.declaration.PlatformPeer.Pods;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetTest {

    @Test
    void readsPlatformPeers() {
        Fleet fleet = read("""
                fleet: shop
                platform:
                  dns: {namespace: kube-system, selector: k8s-app=kube-dns, node-local: 169.254.20.10}
                  ingress: {namespace: ingress-nginx, selector: app.kubernetes.io/name=ingress-nginx}
                  metrics: {namespace: monitoring, selector: {app: prometheus, tier: "1"}}
                """);
        assertThat(fleet.name()).isEqualTo("shop");
        assertThat(fleet.platform().keySet()).containsExactly("dns", "ingress", "metrics", "probes");
        assertThat(fleet.platform().get("dns"))
                .isEqualTo(new PlatformPeer(
                        List.of(new Pods("kube-system", Map.of("k8s-app", "kube-dns"))),
                        List.of(),
                        List.of(53),
                        Protocol.TCP,
                        Optional.of("169.254.20.10"),
                        false,
                        new Place("fleet.yml", 3, 3)));
        assertThat(fleet.platform().get("metrics").pods().get(0).selector())
                .containsExactly(Map.entry("app", "prometheus"), Map.entry("tier", "1"));
    }

    @Test
    void dnsIsAlwaysThere() {
        Place beginning = new Place("fleet.yml", 1, 1);
        assertThat(read("fleet: shop\n").platform())
                .isEqualTo(Map.of(
                        "dns", PlatformPeer.kubeDns(beginning), "probes", PlatformPeer.probes(List.of(), beginning)));
    }

    @Test
    void dnsKeepsItsDefaultsWhereNothingElseIsSaid() {
        PlatformPeer dns = read("fleet: shop\nplatform: {dns: {node-local: \"fd00::10\"}}\n")
                .platform()
                .get("dns");
        assertThat(dns.pods()).isEqualTo(PlatformPeer.kubeDns(dns.place()).pods());
        assertThat(dns.ports()).containsExactly(53);
        assertThat(dns.nodeLocal()).contains("fd00::10");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                              | 1:1: fleet is missing; add fleet: NAME
                    {fleet: Shop}                                   | 1:9: fleet is no name Kubernetes allows; use at most 63 lower-case letters, digits and -, with a letter or digit at both ends
                    {fleet: shop, platfrom: {}}                     | 1:15: unknown key "platfrom"; did you mean "platform"?
                    {fleet: shop, serves: {}}                       | 1:15: unknown key "serves"; known keys are fleet, include, classes, fields, consent, mesh, namespaces, platform, topics
                    {fleet: shop, platform: {ingress: {}}}          | 1:26: platform.ingress.namespace is missing; add namespace: NAME
                    {fleet: a, platform: {m: {namespace: m}}}       | 1:23: platform.m.selector is missing; add selector: LABEL=VALUE
                    {fleet: a, platform: {m: {namespace: a, selector: {a: b}, node-local: 10.0.0.1}}} | 1:59: unknown key "node-local" in platform.m; known keys are namespace, selector, pods, cidrs, port, protocol, in-mesh
                    {fleet: a, platform: {dns: {node-local: 010.0.0.1}}} | 1:41: platform.dns.node-local is no IP address in canonical form; write 169.254.20.10, for example
                    {fleet: a, platform: {Dns: {}}}                 | 1:23: "Dns" can't be the name of a platform peer; use at most 63 lower-case letters, digits and -, with a letter or digit at both ends
                    """)
    void tellsWhatIsWrong(String text, String problem) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(DeclarationException.class)
                .hasMessageStartingWith("fleet.yml:" + problem);
    }

    @Test
    void oneFleetToAFile() {
        assertThatThrownBy(() -> read("fleet: shop\n---\nfleet: shop\n"))
                .hasMessage("fleet.yml:3:1: the file has 2 documents, but one is expected;"
                        + " remove the others, or put each in a file of its own");
    }

    private static Fleet read(String text) {
        return Declarations.readFleet(DeclarationSource.text("fleet.yml", text));
    }
}
