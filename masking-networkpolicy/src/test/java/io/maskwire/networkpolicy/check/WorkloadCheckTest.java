package io.maskwire.networkpolicy.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkloadCheckTest {

    private static final String WORKLOADS = deployment("orders", "shop", "app.kubernetes.io/name: orders", 8443)
            + service("orders", "shop", 443, "https")
            + deployment("customers", "shop", "app.kubernetes.io/name: customers", 8443)
            + service("customers", "shop", 8443, "8443")
            + deployment("payments", "pay", "app.kubernetes.io/name: payments", 8443)
            + service("payments", "pay", 443, "8443")
            + deployment("elsewhere", "other", "app: x", 1);

    private static String deployment(String name, String namespace, String label, int port) {
        return """
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %1$s, namespace: %2$s}
                spec:
                  selector: {matchLabels: {%3$s}}
                  template:
                    metadata: {labels: {%3$s}}
                    spec:
                      containers:
                        - {name: main, image: x, ports: [{name: https, containerPort: %4$d}]}
                """.formatted(name, namespace, label, port);
    }

    private static String service(String name, String namespace, int port, String target) {
        return """
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: %1$s, namespace: %2$s}
                spec:
                  selector: {app.kubernetes.io/name: %1$s}
                  ports: [{name: https, port: %3$d, targetPort: %4$s}]
                """.formatted(name, namespace, port, target);
    }

    private static List<String> findings(String workloads) {
        return Fleets.texts(WorkloadCheck.check(
                Fleets.compiled(Fleets.SHOP),
                Fleets.declarations(Fleets.SHOP),
                Fleets.read(Map.of("w.yaml", workloads))));
    }

    private static List<String> changed(String from, String to) {
        assertThat(WORKLOADS).contains(from);
        return findings(WORKLOADS.replace(from, to));
    }

    @Test
    void workloadsThatFitAreClean() {
        assertThat(findings(WORKLOADS)).isEmpty();
    }

    @Test
    void aSelectorThatFitsNothingAndAWorkloadThatNobodySelectsAreTold() {
        assertThat(changed("app.kubernetes.io/name: customers", "app.kubernetes.io/name: customer"))
                .containsExactly(
                        "ERROR shop.yml:14:1: no workload of shop has app.kubernetes.io/name=customers, the selector of"
                                + " shop/customers; correct the selector, or the labels of the pod's template; Deployment"
                                + " shop/customers has the label with another value [selects-nothing]",
                        "CLOSES w.yaml:20:1: Deployment shop/customers is selected by no declaration, so the default deny cuts"
                                + " all its connections; declare it, or correct the selector of its declaration"
                                + " [unselected-workload]");
    }

    @Test
    void twoDeclarationsForOneWorkloadAreTold() {
        assertThat(changed(
                        "labels: {app.kubernetes.io/name: customers}",
                        "labels: {app.kubernetes.io/name: customers, tier: a}"))
                .isEmpty();
        String two = Fleets.SHOP.replace(
                "service: {name: customers, namespace: shop}",
                "service: {name: customers," + " namespace: shop, selector: tier=data}");
        String both = WORKLOADS.replace(
                "labels: {app.kubernetes.io/name: orders}",
                "labels: {app.kubernetes.io/name: orders," + " tier: data}");
        assertThat(Fleets.texts(WorkloadCheck.check(
                        Fleets.compiled(two), Fleets.declarations(two), Fleets.read(Map.of("w.yaml", both)))))
                .anyMatch(finding -> finding.startsWith("OPENS w.yaml:2:1: Deployment shop/orders is selected by"
                                + " shop/customers, shop/orders, so its pods have the edges of all of them")
                        && finding.endsWith("[overlapping-selectors]"));
    }

    @Test
    void aPortThatNoContainerNamesIsTold() {
        assertThat(findings(WORKLOADS.replace(
                        deployment("customers", "shop", "app.kubernetes.io/name: customers", 8443),
                        deployment("customers", "shop", "app.kubernetes.io/name: customers", 8080))))
                .containsExactly("ERROR shop.yml:18:3: serves.https is the pod port 8443/TCP, but the containers of"
                        + " Deployment shop/customers (w.yaml:20:1) name 8080/TCP; write the port the container listens on,"
                        + " in the declaration or in the container's ports [port-not-in-container]");
    }

    @Test
    void containersThatNameNoPortTellNothing() {
        assertThat(findings(WORKLOADS.replace(", ports: [{name: https, containerPort: 8443}]", "")))
                .isEmpty();
    }

    @Test
    void podsInTheNodesNetworkAreTold() {
        assertThat(findings(WORKLOADS.replaceFirst("      containers:", "      hostNetwork: true\n      containers:")))
                .singleElement()
                .asString()
                .startsWith("ERROR shop.yml:1:1: Deployment shop/orders (w.yaml:2:1) runs in the node's network")
                .endsWith("[host-network]");
    }

    @Test
    void aServicePortWrittenAsThePodsIsTold() {
        String swapped =
                Fleets.SHOP.replace("https: {port: 8443, service-port: 443, accepts", "https: {port: 443, accepts");
        assertThat(Fleets.texts(WorkloadCheck.check(
                        Fleets.compiled(swapped),
                        Fleets.declarations(swapped),
                        Fleets.read(Map.of("w.yaml", WORKLOADS)))))
                .containsExactly(
                        "ERROR shop.yml:24:3: serves.https is the pod port 443/TCP, but the containers of Deployment"
                                + " pay/payments (w.yaml:38:1) name 8443/TCP; write the port the container listens on, in the"
                                + " declaration or in the container's ports [port-not-in-container]",
                        "ERROR shop.yml:24:3: serves.https is the pod port 443, but the Service pay/payments (w.yaml:54:11)"
                                + " leads from 443 to 8443; write port: 8443, service-port: 443 [service-port]");
    }

    @Test
    void aServicePortThatIsNotDeclaredIsTold() {
        String without = Fleets.SHOP.replace("service-port: 443, accepts", "accepts");
        assertThat(Fleets.texts(WorkloadCheck.check(
                        Fleets.compiled(without),
                        Fleets.declarations(without),
                        Fleets.read(Map.of("w.yaml", WORKLOADS)))))
                .containsExactly("ERROR shop.yml:24:3: serves.https is the pod port 8443, but the Service pay/payments"
                        + " (w.yaml:54:11) leads from 443 to 8443; write service-port: 443 [service-port]");
    }

    @Test
    void aTargetByNameIsFoundInTheContainer() {
        assertThat(changed("port: 443, targetPort: https", "port: 444, targetPort: https"))
                .singleElement()
                .asString()
                .contains("the pod port 8443 behind 443, but the Service shop/orders", "leads from 444 to 8443");
    }

    @Test
    void namespacesWithoutDeclarationsAreNotLookedAt() {
        assertThat(findings(WORKLOADS + deployment("more", "other", "app: z", 2)))
                .isEmpty();
    }

    @Test
    void podsOfADeploymentAreToldOnceWithIt() {
        String pod = """
                ---
                apiVersion: v1
                kind: Pod
                metadata:
                  name: stray-5d8f7-x
                  namespace: shop
                  labels: {app: stray}
                  ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: stray-5d8f7, uid: x, controller: true}]
                spec: {containers: [{name: main, image: x}]}
                """;
        assertThat(findings(WORKLOADS + pod)).isEmpty();
        assertThat(findings(WORKLOADS + pod.replaceAll("  ownerReferences.*\n", "")))
                .singleElement()
                .asString()
                .contains("Pod shop/stray-5d8f7-x is selected by no declaration");
    }
}
