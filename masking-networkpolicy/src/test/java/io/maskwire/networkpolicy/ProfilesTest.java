package io.maskwire.networkpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.networkpolicy.cluster.PolicyEvaluator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Policies of other kinds: checked against the fields of their resources, never run on a cluster. */
class ProfilesTest {

    private static final Path GOLDEN = Path.of(System.getProperty("basedir", "."), "src/test/resources/golden");

    private static final FleetFiles SHOP = FleetFiles.of("""
            fleet: shop
            platform:
              dns: {node-local: 169.254.20.10}
              api-server: {cidrs: [192.168.10.2/32], port: 6443}
              probes: {nodes: [192.168.10.0/24]}
              ingress: {namespace: ingress, selector: app=ingress, cidrs: [192.168.10.0/24]}
            """, """
            service: {name: orders, namespace: shop, owner: team-orders}
            classes: {pan: {mask: redact, style: pan}}
            serves:
              https: {port: 8443, from: [ingress, probes], callers: {}}
            uses: [api-server]
            calls:
              payments: {to: pay/payments, port: https, sends: [pan]}
            external:
              mail: {host: smtp.mail.example, port: 587, over: smtp, carries: []}
              legacy: {host: 203.0.113.7, cidrs: [203.0.113.7/32], port: 443}
            ---
            service: {name: payments, namespace: pay, enforce: ingress}
            classes: {pan: {mask: redact, style: pan}}
            serves:
              https: {port: 8443, accepts: [pan], callers: {shop/orders: {}}}
            """);

    static Stream<Arguments> everyCaseInEveryProfile() throws IOException {
        List<Profile> others = List.of(Profile.CILIUM, Profile.CILIUM_STAGED, Profile.CALICO_STAGED);
        return GoldenFleetsTest.cases().flatMap(name -> others.stream().map(profile -> Arguments.of(name, profile)));
    }

    @ParameterizedTest
    @MethodSource("everyCaseInEveryProfile")
    void everyPolicyFitsTheFieldsOfItsResource(String name, Profile profile) {
        FleetFiles fleet = FleetFiles.read(GOLDEN.resolve(name));
        Map<String, String> files = files(fleet, profile);
        assertThat(files.keySet()).anyMatch(file -> file.endsWith(".yaml"));
        files.forEach((file, text) -> {
            if (file.endsWith(".yaml")) {
                assertThat(PolicySchema.problems(PolicyEvaluator.load(text)))
                        .as(file)
                        .isEmpty();
                assertThat(text)
                        .contains("# Checked against the schema of " + profile.apiVersion()
                                + ", not run on a cluster.\n");
            }
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    matchName:              | matchname:            | .spec.egress[3].toFQDNs[0].matchname is unknown
                    toFQDNs:                | toFqdns:              | .spec.egress[3].toFqdns is unknown
                    port: "587"             | port: 587             | .spec.egress[3].toPorts[0].ports[0].port is no such text
                    - kube-apiserver        | - apiserver           | .spec.egress[4].toEntities[0] is no such text
                    cidr: "203.0.113.7/32"  | cidr: "203.0.113.7"   | .spec.egress[5].toCIDRSet[0].cidr is no such text
                    egress: true            | egress: "yes"         | .spec.enableDefaultDeny.egress is no truth
                    endpointSelector:       | podSelector:          | .spec.endpointSelector is missing
                    """)
    void theCheckSeesWhatIsWrong(String right, String wrong, String problem) {
        String text = files(SHOP, Profile.CILIUM).get("shop/orders.yaml");
        assertThat(text).contains(right);
        String broken = text.replaceFirst(Pattern.quote(right), wrong);
        assertThat(PolicySchema.problems(PolicyEvaluator.load(text))).isEmpty();
        assertThat(PolicySchema.problems(PolicyEvaluator.load(broken)))
                .anyMatch(found -> found.replaceAll("\\[\\d+]", "[]").equals(problem.replaceAll("\\[\\d+]", "[]")));
    }

    @Test
    void ciliumKnowsHostsByNameAndThePlatformByWords() {
        assertThat(files(SHOP, Profile.CILIUM).get("shop/orders.yaml"))
                .isEqualTo("""
                        # Written by maskwire netpol generate. Change the declarations, not this file.
                        # shop/orders, owner team-orders
                        # Checked against the schema of cilium.io/v2, not run on a cluster.
                        apiVersion: cilium.io/v2
                        kind: CiliumNetworkPolicy
                        metadata:
                          name: maskwire-orders
                          namespace: shop
                          labels:
                            maskwire.io/fleet: shop
                          annotations:
                            maskwire.io/edges: "DIGEST"
                        spec:
                          endpointSelector:
                            matchLabels:
                              app.kubernetes.io/name: orders
                          enableDefaultDeny:
                            ingress: true
                            egress: true
                          ingress:
                            # from platform ingress to https
                            - fromEndpoints:
                                - matchLabels:
                                    app: ingress
                                    "k8s:io.kubernetes.pod.namespace": ingress
                              toPorts:
                                - ports:
                                    - port: "8443"
                                      protocol: TCP
                            # from platform ingress to https
                            - fromCIDRSet:
                                - cidr: "192.168.10.0/24"
                              toPorts:
                                - ports:
                                    - port: "8443"
                                      protocol: TCP
                            # from platform probes to https
                            - fromEntities:
                                - host
                              toPorts:
                                - ports:
                                    - port: "8443"
                                      protocol: TCP
                          egress:
                            # to platform dns
                            - toEndpoints:
                                - matchLabels:
                                    k8s-app: kube-dns
                                    "k8s:io.kubernetes.pod.namespace": kube-system
                              toPorts:
                                - ports:
                                    - port: "53"
                                      protocol: TCP
                                    - port: "53"
                                      protocol: UDP
                                  rules:
                                    dns:
                                      - matchPattern: "*"
                            # to platform dns
                            - toEntities:
                                - host
                              toPorts:
                                - ports:
                                    - port: "53"
                                      protocol: TCP
                                    - port: "53"
                                      protocol: UDP
                                  rules:
                                    dns:
                                      - matchPattern: "*"
                            # to pay/payments:https; request pan; answer nothing
                            - toEndpoints:
                                - matchLabels:
                                    app.kubernetes.io/name: payments
                                    "k8s:io.kubernetes.pod.namespace": pay
                              toPorts:
                                - ports:
                                    - port: "8443"
                                      protocol: TCP
                            # to platform api-server
                            - toEntities:
                                - kube-apiserver
                              toPorts:
                                - ports:
                                    - port: "6443"
                                      protocol: TCP
                            # to 203.0.113.7:443, external legacy; request nothing
                            - toCIDRSet:
                                - cidr: "203.0.113.7/32"
                              toPorts:
                                - ports:
                                    - port: "443"
                                      protocol: TCP
                            # to smtp.mail.example:587, external mail over smtp; carries nothing classified
                            - toFQDNs:
                                - matchName: smtp.mail.example
                              toPorts:
                                - ports:
                                    - port: "587"
                                      protocol: TCP
                        """.replace("DIGEST", digest(SHOP, Profile.CILIUM)));
    }

    @Test
    void ciliumNeedsNoAddressOfAHostWithAName() {
        assertThat(SHOP.manifests().findings()).extracting(Finding::rule).contains(FindingRule.NO_ADDRESS);
        assertThat(NetworkPolicies.generate(SHOP.fleet(), SHOP.declarations(), FleetFiles.TODAY, Profile.CILIUM)
                        .findings())
                .extracting(Finding::rule)
                .doesNotContain(FindingRule.NO_ADDRESS);
    }

    @Test
    void ciliumDeniesOnlyWhereItIsEnforced() {
        Map<String, String> files = files(SHOP, Profile.CILIUM);
        assertThat(files.get("pay/payments.yaml"))
                .contains("  enableDefaultDeny:\n    ingress: true\n    egress: false\n")
                .doesNotContain("  egress:\n    #");
        assertThat(files.get("default-deny/shop.yaml")).endsWith("""
                        spec:
                          endpointSelector: {}
                          enableDefaultDeny:
                            ingress: true
                            egress: true
                          ingress:
                            - {}
                          egress:
                            - {}
                        """);
    }

    @Test
    void ciliumStagedDeniesNothing() {
        Map<String, String> files = files(SHOP, Profile.CILIUM_STAGED);
        assertThat(files).containsKey("shop/orders.yaml").doesNotContainKey("default-deny/shop.yaml");
        files.forEach((file, text) -> {
            if (file.endsWith(".yaml")) {
                assertThat(text).contains("  enableDefaultDeny:\n    ingress: false\n    egress: false\n");
            }
        });
    }

    @Test
    void calicoStagesThePoliciesOfTheCore() {
        Map<String, String> core = SHOP.manifests().files();
        files(SHOP, Profile.CALICO_STAGED)
                .forEach((file, text) -> assertThat(text.replace(
                                        "# Checked against the schema of projectcalico.org/v3, not run on a cluster.\n",
                                        "")
                                .replace("projectcalico.org/v3", "networking.k8s.io/v1")
                                .replace("kind: StagedKubernetesNetworkPolicy", "kind: NetworkPolicy")
                                .replace("  stagedAction: Set\n", ""))
                        .as(file)
                        .isEqualTo(core.get(file)));
    }

    @Test
    void aFolderKnowsItsFilesInEveryProfile(@TempDir Path folder) {
        for (Profile profile : Profile.values()) {
            Manifests manifests =
                    NetworkPolicies.generate(SHOP.fleet(), SHOP.declarations(), FleetFiles.TODAY, profile);
            new ManifestFolder(folder).write(manifests, Set.of());
            assertThat(new ManifestFolder(folder).write(manifests, Set.of()))
                    .as(profile + " again")
                    .allMatch(change -> change.kind() == Change.Kind.UNCHANGED);
        }
    }

    private static Map<String, String> files(FleetFiles fleet, Profile profile) {
        return new TreeMap<>(NetworkPolicies.generate(fleet.fleet(), fleet.declarations(), FleetFiles.TODAY, profile)
                .files());
    }

    private static String digest(FleetFiles fleet, Profile profile) {
        return files(fleet, profile)
                .get("shop/orders.yaml")
                .lines()
                .filter(line -> line.contains("maskwire.io/edges"))
                .map(line -> line.substring(line.indexOf('"') + 1, line.length() - 1))
                .findFirst()
                .orElseThrow();
    }
}
