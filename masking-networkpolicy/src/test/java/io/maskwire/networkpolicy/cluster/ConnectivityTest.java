package io.maskwire.networkpolicy.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.maskwire.declaration.Protocol;
import io.maskwire.networkpolicy.cluster.Explanation.RuleAt;
import io.maskwire.networkpolicy.cluster.Explanation.Verdict;
import io.maskwire.networkpolicy.manifest.ManifestReader;
import io.maskwire.networkpolicy.manifest.ManifestSource;
import io.maskwire.networkpolicy.manifest.Resources;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectivityTest {

    private static final String WORKLOADS = """
            {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}, spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{}]}}}}
            ---
            {apiVersion: apps/v1, kind: Deployment, metadata: {name: admin, namespace: shop}, spec: {template: {metadata: {labels: {app: admin}}, spec: {containers: [{}]}}}}
            ---
            {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db, namespace: shop}, spec: {template: {metadata: {labels: {app: db}}, spec: {containers: [{ports: [{name: pg, containerPort: 5432}]}]}}}}
            ---
            {apiVersion: v1, kind: Service, metadata: {name: db, namespace: shop}, spec: {selector: {app: db}, ports: [{port: 80, targetPort: pg}, {port: 81, targetPort: none}]}}
            ---
            """;
    private static final String DB = """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: db, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: db}}
              policyTypes: [Ingress, Egress]
              ingress:
                - from: [{podSelector: {matchLabels: {app: web}}}]
                  ports: [{port: pg}]
                - from: [{ipBlock: {cidr: 203.0.113.0/24, except: [203.0.113.128/25]}}]
                  ports: [{port: 5432}]
            """;

    @Test
    void workloadsThatBehaveAlikeAreOneAndAddressesAreCutAtBlocks() {
        assertThat(of(WORKLOADS + DB).all())
                .extracting(Connection::toString)
                .containsExactly(
                        "shop/admin[Deployment] -> shop/admin[Deployment] all",
                        "shop/admin[Deployment] -> shop/web[Deployment] all",
                        "shop/admin[Deployment] -> outside 0.0.0.0/0, ::/0 all",
                        "shop/web[Deployment] -> shop/admin[Deployment] all",
                        "shop/web[Deployment] -> shop/db[StatefulSet] 5432/TCP",
                        "shop/web[Deployment] -> shop/web[Deployment] all",
                        "shop/web[Deployment] -> outside 0.0.0.0/0, ::/0 all",
                        "outside 0.0.0.0/0, ::/0 -> shop/admin[Deployment] all",
                        "outside 203.0.113.0/25 -> shop/db[StatefulSet] 5432/TCP",
                        "outside 0.0.0.0/0, ::/0 -> shop/web[Deployment] all");
        assertThat(of(WORKLOADS).all())
                .extracting(Connection::toString)
                .startsWith(
                        "shop/admin[Deployment], shop/db[StatefulSet], shop/web[Deployment] -> shop/admin[Deployment],"
                                + " shop/db[StatefulSet], shop/web[Deployment] all");
    }

    @Test
    void bothSidesAreExplainedWithTheirRules() {
        Connectivity connectivity = of(WORKLOADS + DB);
        PortSet postgres = PortSet.of(Protocol.TCP, 5432, 5432);
        Explanation open = connectivity.explain("shop/web", "shop/db", postgres).get(0);
        assertThat(open.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(open.sides().get(0).isolating()).isEmpty();
        assertThat(open.sides().get(1).opening())
                .extracting(
                        RuleAt::index,
                        rule -> rule.policy().toString(),
                        rule -> rule.place().toString())
                .containsExactly(tuple(0, "shop/db", "all.yaml:16:7"));
        Explanation closed =
                connectivity.explain("shop/admin", "shop/db", postgres).get(0);
        assertThat(closed.verdict()).isEqualTo(Verdict.CLOSED);
        assertThat(closed.sides().get(1).isolating()).hasSize(1);
        assertThat(closed.sides().get(1).opening()).isEmpty();
        assertThat(connectivity
                        .explain("shop/web", "shop/db", PortSet.ALL)
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.PARTLY_OPEN);
        assertThat(connectivity
                        .explain("203.0.113.200", "shop/db", postgres)
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.CLOSED);
        assertThat(connectivity
                        .explain("203.0.113.7", "shop/db", postgres)
                        .get(0)
                        .open())
                .isEqualTo(postgres);
        assertThat(connectivity.explain("shop/none", "shop/db", postgres)).isEmpty();
        assertThat(connectivity.knows("shop/none")).isFalse();
    }

    @Test
    void servicesLeadToPortsOfPods() {
        assertThat(of(WORKLOADS).services())
                .extracting(
                        ServiceRoute::port,
                        ServiceRoute::pods,
                        route -> route.targets().toString())
                .containsExactly(
                        tuple(80, List.of("shop/db[StatefulSet]"), "5432/TCP"),
                        tuple(81, List.of("shop/db[StatefulSet]"), "none"));
    }

    @Test
    void podsThatOnlyPoliciesSpeakOfAreAssumedAndNamed() {
        Connectivity connectivity = of(DB);
        assertThat(connectivity.parties())
                .extracting(Party::toString)
                .containsExactly("shop/{app=db}", "shop/{app=web}", "shop/{}");
        assertThat(connectivity.notes())
                .contains(
                        "assumed, since policies speak of them and no manifest has them: shop/{app=db}, shop/{app=web},"
                                + " shop/{}");
    }

    @Test
    void whatMadeAPodNamesIt() {
        assertThat(of("""
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}, spec: {template: {metadata: {labels: {app: web}}, spec: {}}}}
                ---
                {apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: web-5, namespace: shop, ownerReferences: [{kind: Deployment, name: web, controller: true}]}, spec: {template: {metadata: {labels: {app: web}}, spec: {}}}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: web-5-a, namespace: shop, labels: {app: web}, ownerReferences: [{kind: ReplicaSet, name: web-5, controller: true}]}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: web-5-b, namespace: shop, labels: {app: web, canary: "yes"}, ownerReferences: [{kind: ReplicaSet, name: web-5, controller: true}]}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: done, namespace: shop}, status: {phase: Succeeded}}
                ---
                {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {podSelector: {matchLabels: {canary: "yes"}}}}
                """).parties())
                .as("pods that policies tell apart are named one by one")
                .extracting(Party::toString)
                .containsExactly("shop/web-5-a[Pod]", "shop/web-5-b[Pod]");
    }

    @Test
    void podsOnTheNodesNetworkAreLeftOutAndNamed() {
        Connectivity connectivity = of(WORKLOADS + """
                {apiVersion: apps/v1, kind: DaemonSet, metadata: {name: agent, namespace: ops}, spec: {template: {metadata: {}, spec: {hostNetwork: true}}}}
                """);
        assertThat(connectivity.all())
                .noneMatch(connection -> connection.toString().contains("agent"));
        assertThat(connectivity.notes())
                .contains(
                        "left out, since on a node's network what policies mean is not defined: ops/agent[DaemonSet]");
        assertThat(connectivity
                        .explain("shop/web", "ops/agent", PortSet.ALL)
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.UNDEFINED);
    }

    @Test
    void whetherABlockMatchesPodsIsAChoiceThatIsTold() {
        String manifests = """
                {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop, labels: {app: a}}, status: {podIP: 10.1.0.1}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: b, namespace: shop, labels: {app: b}}}
                ---
                {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {podSelector: {matchLabels: {app: b}}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}}
                """;
        Connectivity pods = Connectivity.of(read(manifests), AddressBlocks.PODS_TOO);
        Connectivity outside = Connectivity.of(read(manifests), AddressBlocks.OUTSIDE_ONLY);
        assertThat(pods.explain("shop/a", "shop/b", PortSet.ALL).get(0).verdict())
                .isEqualTo(Verdict.OPEN);
        assertThat(outside.explain("shop/a", "shop/b", PortSet.ALL).get(0).verdict())
                .isEqualTo(Verdict.CLOSED);
        assertThat(pods.notes()).anyMatch(note -> note.startsWith("an ipBlock is taken to match a pod"));
        assertThat(outside.notes()).anyMatch(note -> note.startsWith("an ipBlock is taken to match no pod"));
    }

    @Test
    void aDiffIsOfMeaningAndNotOfText() {
        Resources before = read(WORKLOADS + DB);
        String split = DB.replace("name: db, namespace", "name: db-renamed, namespace")
                .replace("{port: pg}", "{port: 5432, endPort: 5432, protocol: TCP}");
        assertThat(ConnectivityDiff.of(before, read(WORKLOADS + split), AddressBlocks.PODS_TOO)
                        .isSame())
                .isTrue();
        ConnectivityDiff diff = ConnectivityDiff.of(
                before,
                read(WORKLOADS + DB.replace("app: web}", "app: admin}").replace("203.0.113.128/25", "203.0.113.0/26")),
                AddressBlocks.PODS_TOO);
        assertThat(diff.opened())
                .extracting(Connection::toString)
                .containsExactly(
                        "shop/admin[Deployment] -> shop/db[StatefulSet] 5432/TCP",
                        "outside 203.0.113.128/25 -> shop/db[StatefulSet] 5432/TCP");
        assertThat(diff.closed())
                .extracting(Connection::toString)
                .containsExactly(
                        "shop/web[Deployment] -> shop/db[StatefulSet] 5432/TCP",
                        "outside 203.0.113.0/26 -> shop/db[StatefulSet] 5432/TCP");
        assertThat(diff.unchanged()).isPositive();
    }

    @Test
    void workloadsThatComeAndGoAreNamed() {
        ConnectivityDiff diff = ConnectivityDiff.of(
                read(WORKLOADS), read(WORKLOADS.replace("name: admin", "name: ops")), AddressBlocks.PODS_TOO);
        assertThat(diff.added()).containsExactly("shop/ops[Deployment]");
        assertThat(diff.removed()).containsExactly("shop/admin[Deployment]");
        assertThat(diff.opened()).isNotEmpty();
    }

    @Test
    void theOrderOfManifestsChangesNoWord() {
        Connectivity one = Connectivity.of(
                ManifestReader.read(List.of(ManifestSource.text("a", WORKLOADS), ManifestSource.text("b", DB))),
                AddressBlocks.PODS_TOO);
        Connectivity other = Connectivity.of(
                ManifestReader.read(List.of(ManifestSource.text("b", DB), ManifestSource.text("a", WORKLOADS))),
                AddressBlocks.PODS_TOO);
        assertThat(other.all()).isEqualTo(one.all());
        assertThat(other.notes()).isEqualTo(one.notes());
    }

    private static Connectivity of(String manifests) {
        return Connectivity.of(read(manifests), AddressBlocks.PODS_TOO);
    }

    private static Resources read(String manifests) {
        return ManifestReader.read(List.of(ManifestSource.text("all.yaml", manifests)));
    }
}
