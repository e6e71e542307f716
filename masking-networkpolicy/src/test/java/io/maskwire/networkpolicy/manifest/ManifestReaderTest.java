package io.maskwire.networkpolicy.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.maskwire.declaration.Protocol;
import io.maskwire.networkpolicy.manifest.ManifestFinding.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {

    private static final String POLICY = """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: web, namespace: shop}
            """;

    @Test
    void absentAndEmptyPartsStayApart() {
        NetworkPolicy policy = policy("spec: {podSelector: {}, ingress: [], egress: [{to: [], ports: [{}]}, {}]}");
        assertThat(policy.policyTypes()).isEmpty();
        assertThat(policy.ingress()).contains(List.of());
        List<PolicyRule> egress = policy.egress().orElseThrow();
        assertThat(egress.get(0).peers()).contains(List.of());
        assertThat(egress.get(0).ports().orElseThrow()).hasSize(1);
        assertThat(egress.get(1).peers()).isEmpty();
        assertThat(egress.get(1).ports()).isEmpty();
        assertThat(policy("spec: {podSelector: {}}").ingress()).isEmpty();
    }

    @Test
    void everythingInAPolicyHasItsPlace() {
        NetworkPolicy policy = policy("""
                spec:
                  podSelector: {matchLabels: {app: web}}
                  ingress:
                    - from:
                        - podSelector: {}
                      ports:
                        - port: 80
                """);
        PolicyRule rule = policy.rules(Direction.INGRESS).get(0);
        assertThat(policy.metadata().place()).hasToString("policy.yaml:1:1");
        assertThat(rule.place()).hasToString("policy.yaml:7:7");
        assertThat(rule.peers().orElseThrow().get(0).place()).hasToString("policy.yaml:8:11");
        assertThat(rule.ports().orElseThrow().get(0).place()).hasToString("policy.yaml:10:11");
    }

    @Test
    void whatIsLegalAndProbablyNotMeantIsFound() {
        assertThat(read("""
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: web}
                spec: {policyTypes: [Ingress, Ingress], ingress: }
                status: {}
                """).findings())
                .extracting(ManifestFinding::kind, finding -> finding.place().line(), ManifestFinding::field)
                .containsExactly(
                        tuple(Kind.NO_NAMESPACE, 3, "metadata.namespace"),
                        tuple(Kind.NO_SELECTOR, 4, "spec.podSelector"),
                        tuple(Kind.REPEATED, 4, "spec.policyTypes[1]"),
                        tuple(Kind.NO_VALUE, 4, "spec.ingress"),
                        tuple(Kind.STATUS, 5, "status"));
    }

    @Test
    void whatAServerAddsIsTaken() {
        String metadata =
                "{name: web, namespace: shop, uid: 0b5c, resourceVersion: \"7\", generation: 2, creationTimestamp:"
                        + " \"2026-01-01T00:00:00Z\", ownerReferences: [], finalizers: [], managedFields: [{manager: kubectl,"
                        + " fieldsV1: {\"f:spec\": {}}}]}";
        assertThat(read(POLICY.replace("{name: web, namespace: shop}", metadata) + "spec: {podSelector: {}}\n")
                        .findings())
                .isEmpty();
    }

    @Test
    void policiesOfOtherApisAreNamedSinceTheyMayDecideToo() {
        Resources resources = read("""
                {apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: {name: a, namespace: shop}}
                ---
                {apiVersion: projectcalico.org/v3, kind: NetworkPolicy, metadata: {name: b, namespace: shop}}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: b, name: c}, data: {card: "4111111111111111"}}
                """);
        assertThat(resources.findings()).extracting(ManifestFinding::kind).containsOnly(Kind.OTHER_POLICY);
        assertThat(resources.skipped())
                .isEqualTo(Map.of(
                        "cilium.io/v2 CiliumNetworkPolicy",
                        1,
                        "projectcalico.org/v3 NetworkPolicy",
                        1,
                        "v1 ConfigMap",
                        1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apps/v1 Deployment",
                "apps/v1 StatefulSet",
                "apps/v1 DaemonSet",
                "apps/v1 ReplicaSet",
                "v1 ReplicationController",
                "batch/v1 Job",
                "batch/v1 CronJob"
            })
    void everyWorkloadIsReadByItsTemplate(String what) {
        String[] parts = what.split(" ", -1);
        String template = "{metadata: {labels: {app: web}}, spec: {hostNetwork: true, serviceAccountName: robot,"
                + " initContainers: [{ports: [{containerPort: 1}]}], containers: [{ports: [{name: http, containerPort: 80},"
                + " {name: dns, containerPort: 53, protocol: UDP}]}]}}";
        String spec = parts[1].equals("CronJob")
                ? "{jobTemplate: {spec: {template: " + template + "}}}"
                : "{template: " + template + "}";
        Workload workload = read("{apiVersion: " + parts[0] + ", kind: " + parts[1]
                        + ", metadata: {name: web, namespace: shop, labels: {not: pods}}, spec: " + spec + "}")
                .workloads()
                .get(0);
        assertThat(workload).hasToString("shop/web[" + parts[1] + "]");
        assertThat(workload.podLabels()).isEqualTo(Map.of("app", "web"));
        assertThat(workload.hostNetwork()).isTrue();
        assertThat(workload.serviceAccount()).contains("robot");
        assertThat(workload.ports())
                .extracting(
                        Workload.ContainerPort::name, Workload.ContainerPort::port, Workload.ContainerPort::protocol)
                .containsExactly(
                        tuple("", 1, Protocol.TCP), tuple("http", 80, Protocol.TCP), tuple("dns", 53, Protocol.UDP));
    }

    @Test
    void aPodIsReadWithItsAddressesAndItsOwner() {
        Workload pod = read("""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: web-1
                  namespace: shop
                  labels: {app: web}
                  ownerReferences: [{kind: Node, name: n}, {kind: ReplicaSet, name: web-5d8, controller: true}]
                spec: {containers: [{name: web}]}
                status: {phase: Running, podIP: 10.0.0.1, podIPs: [{ip: 10.0.0.1}, {ip: "2001:db8::1"}]}
                """).workloads().get(0);
        assertThat(pod.addresses()).containsExactly("10.0.0.1", "2001:db8::1");
        assertThat(pod.owner()).contains(new Workload.Owner("ReplicaSet", "web-5d8"));
        assertThat(pod.live()).isTrue();
    }

    @Test
    void anchorsStandForWhatTheyName() {
        NetworkPolicy policy =
                policy("spec: {podSelector: &web {matchLabels: {app: web}}, ingress: [{from: [{podSelector: *web}]}]}");
        PolicyPeer.Pods peer = (PolicyPeer.Pods)
                policy.rules(Direction.INGRESS).get(0).peers().orElseThrow().get(0);
        assertThat(peer.pods()).contains(policy.podSelector());
    }

    @Test
    void aliasesOfAliasesEndBeforeTheyFillMemory() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String ten = String.join(", ", Collections.nCopies(10, "*a" + (i - 1)));
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ten));
        }
        assertThatThrownBy(() -> read(bomb.toString()))
                .isInstanceOf(RefusedManifestException.class)
                .hasMessageContaining("the aliases (*) of this document stand for more than 100000 values");
    }

    @Test
    void nestingEndsBeforeTheStackDoes() {
        assertThatThrownBy(() -> read("[".repeat(5000)))
                .isInstanceOf(RefusedManifestException.class)
                .hasMessageContaining("more than 100 levels of nesting");
    }

    @Test
    void listsInListsAreReadToTheEnd() {
        Resources resources = read("""
                apiVersion: v1
                kind: List
                items:
                  - apiVersion: v1
                    kind: List
                    items:
                      - {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
                      - apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicyList
                        items:
                          - {metadata: {name: deny, namespace: shop}, spec: {podSelector: {}}}
                """);
        assertThat(resources.policies())
                .singleElement()
                .satisfies(policy -> assertThat(policy.metadata().name()).hasToString("shop/deny"));
        assertThat(resources.namespaces()).hasSize(1);
        assertThat(resources.skipped()).isEmpty();
    }

    @Test
    void whatIsPassedOverHasNoMoreLevelsThanWhatIsRead() {
        String text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata: " + "[".repeat(100_000);
        assertThatThrownBy(() -> read(text)).hasMessageContaining("more than 100 levels of nesting");
    }

    @Test
    @Timeout(20)
    void aLongTextOnOneLineIsReadInTimeThatGrowsWithIt() {
        String text = POLICY.replace(
                        "namespace: shop", "namespace: shop, annotations: {note: \"" + "x".repeat(4 << 20) + "\"}")
                + "spec: {podSelector: {}}\n";
        assertThat(read(text).policies()).hasSize(1);
    }

    @Test
    void aTemplateThatReadsAsYamlIsCalledOneToo() {
        assertThatThrownBy(() -> read("apiVersion: v1\nkind: Service\nmetadata: {name: {{ .Values.name }}}\n"))
                .hasMessageContaining("policy.yaml:3:35: this is a template, not YAML; render it first");
    }

    @Test
    void aJobThatIsOverMakesNoPods() {
        String job = """
                apiVersion: batch/v1
                kind: Job
                metadata: {name: report, namespace: shop}
                spec: {template: {metadata: {labels: {app: report}}, spec: {containers: [{name: c}]}}}
                """;
        assertThat(read(job + "status: {conditions: [{type: Complete, status: \"True\"}]}")
                        .workloads())
                .noneMatch(Workload::live);
        assertThat(read(job + "status: {conditions: [{type: Suspended, status: \"True\"}]}")
                        .workloads())
                .allMatch(Workload::live);
    }

    @Test
    @Timeout(20)
    void aPipeIsReadWhereItIsNamedAndNotWhereItLies(@TempDir Path folder) throws Exception {
        Path pipe = folder.resolve("pipe.yaml");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "this system has no mkfifo");
        assertThat(ManifestFiles.find(List.of(folder))).isEmpty();
        Process writer = new ProcessBuilder(
                        "sh", "-c", "printf '%s' \"$0\" > \"$1\"", POLICY + "spec: {}", pipe.toString())
                .start();
        assertThat(ManifestReader.read(ManifestFiles.find(List.of(pipe))).policies())
                .hasSize(1);
        assertThat(writer.waitFor()).isZero();
    }

    @Test
    void aLinkToNothingIsNamed(@TempDir Path folder) throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("gone.yaml"), Path.of("nowhere"));
        assertThatThrownBy(() -> ManifestReader.read(ManifestFiles.find(List.of(folder))))
                .hasMessageContaining(link + ":1:1: the file can't be read (NoSuchFileException)");
    }

    @Test
    void problemsOfAllFilesAreToldAtOnce() {
        assertThatThrownBy(() -> ManifestReader.read(List.of(
                        ManifestSource.text("a.yaml", POLICY + "spec: {podselector: {}}"),
                        ManifestSource.text("b.yaml", "x: ["),
                        ManifestSource.text("c.yaml", POLICY + "spec: {podSelector: []}"))))
                .isInstanceOfSatisfying(
                        RefusedManifestException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.place().file())
                                .containsExactly("a.yaml", "b.yaml", "c.yaml"));
    }

    @Test
    void aFolderIsReadInTheOrderOfNamesWithoutHiddenOnesAndOurLock(@TempDir Path folder) throws Exception {
        for (String name :
                List.of("b.yml", "a/z.yaml", "a/b.json", ".git/c.yaml", ".d.yaml", "maskwire.lock.json", "e.txt")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        }
        assertThat(ManifestFiles.find(List.of(folder, folder.resolve("a"))))
                .extracting(
                        source -> folder.relativize(Path.of(source.toString())).toString())
                .containsExactly("a/b.json", "a/z.yaml", "b.yml");
        assertThatThrownBy(() -> ManifestFiles.find(List.of(folder.resolve("none"))))
                .isInstanceOf(RefusedManifestException.class)
                .hasMessageContaining("can't be read");
    }

    @Test
    void bytesThatAreNoTextAreRefused(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("a.yaml"), new byte[] {'a', ':', ' ', (byte) 0xFF});
        assertThatThrownBy(() -> ManifestReader.read(List.of(ManifestSource.file(file))))
                .hasMessageContaining("the file is not UTF-8");
    }

    private static NetworkPolicy policy(String spec) {
        return read(POLICY + spec + "\n").policies().get(0);
    }

    private static Resources read(String text) {
        return ManifestReader.read(List.of(ManifestSource.text("policy.yaml", text)));
    }
}
