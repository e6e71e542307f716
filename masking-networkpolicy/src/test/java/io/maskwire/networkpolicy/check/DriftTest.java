package io.maskwire.networkpolicy.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftTest {

    private static final String ORDERS = "shop/orders.yaml";
    private static final String CUSTOMERS = "shop/customers.yaml";

    private static Map<String, String> changed(String file, String from, String to) {
        Map<String, String> files = Fleets.files();
        String text = files.get(file);
        assertThat(text).contains(from);
        files.put(file, text.replace(from, to));
        return files;
    }

    private static Map<String, String> with(String file, String text) {
        Map<String, String> files = Fleets.files();
        files.put(file, text);
        return files;
    }

    @Test
    void whatWasGeneratedIsClean() {
        assertThat(Fleets.drift(Fleets.files())).isEmpty();
    }

    /** As a cluster gives it back, and as tools mark what they apply. */
    private static String exported(Map<String, String> files, String labels, String annotations) {
        return "apiVersion: v1\nkind: List\nmetadata: {resourceVersion: \"\"}\nitems:\n"
                + files.values().stream()
                        .map(text -> text.lines()
                                .filter(line -> !line.stripLeading().startsWith("#"))
                                .collect(Collectors.joining("\n    ", "  - ", "\n")))
                        .map(text -> text.replace("      labels:\n", "      labels:\n" + labels))
                        .map(text -> text.contains("      annotations:\n")
                                ? text.replace("      annotations:\n", "      annotations:\n" + annotations)
                                : text.replace(
                                        "      labels:\n", "      annotations:\n" + annotations + "      labels:\n"))
                        .map(text -> text.replace(
                                "    metadata:\n",
                                "    metadata:\n      creationTimestamp: \"2026-11-23T10:00:00Z\"\n      generation: 1\n"
                                        + "      resourceVersion: \"4711\"\n"
                                        + "      uid: 7d5a3a4e-6f0f-4d43-9d5c-1b1ad0f6e0aa\n"
                                        + "      managedFields: [{manager: kubectl, operation: Apply}]\n"))
                        .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({
        "app.kubernetes.io/managed-by: Helm, meta.helm.sh/release-name: shop",
        "argocd.argoproj.io/instance: shop, argocd.argoproj.io/tracking-id: shop",
        "kustomize.toolkit.fluxcd.io/name: shop, kustomize.toolkit.fluxcd.io/reconcile: enabled"
    })
    void anExportThatHelmArgoOrFluxMarkedIsClean(String label, String annotation) {
        String export = exported(Fleets.files(), "        " + label + "\n", "        " + annotation + "\n");
        assertThat(Fleets.drift(Map.of("export.yaml", export))).isEmpty();
    }

    @Test
    void orderWordsAndCommentsMeanNothing() {
        Map<String, String> files = changed(
                ORDERS,
                "            matchLabels:\n              app.kubernetes.io/name: customers\n",
                "            matchExpressions:\n              - {key: app.kubernetes.io/name, operator: In, values:"
                        + " [customers]}\n");
        files.replaceAll((file, text) -> text.lines()
                .filter(line -> !line.stripLeading().startsWith("#"))
                .collect(Collectors.joining("\r\n", "", "\r\n")));
        assertThat(Fleets.drift(files)).isEmpty();
    }

    @Test
    void anEditedPortOpensOneConnectionAndClosesAnother() {
        Map<String, String> files = Fleets.files();
        String text = files.get(CUSTOMERS);
        files.put(CUSTOMERS, text.replace("port: 8443", "port: 8081"));
        assertThat(Fleets.drift(files))
                .containsExactly(
                        "CLOSES shop.yml:10:3: shop/orders -> shop/customers on 8443/TCP is declared, but"
                                + " shop/maskwire-customers (shop/customers.yaml:3:1) doesn't open it; generate the policy"
                                + " again, or take the edge out of the declaration [policy-closes]",
                        "OPENS shop/customers.yaml:21:7: shop/maskwire-customers opens shop/orders -> shop/customers on"
                                + " 8081/TCP, which no declaration does; declare the edge in shop.yml, or generate the"
                                + " policy again [policy-opens]");
    }

    @Test
    void anEditedPeerIsToldWithWhomItSelects() {
        assertThat(Fleets.drift(changed(ORDERS, "k8s-app: kube-dns", "k8s-app: \"1234567890\"")))
                .hasSize(4)
                .anyMatch(finding -> finding.startsWith("OPENS")
                        && finding.contains("shop/orders -> pods with k8s-app=? of kube-system on 53/TCP"))
                .anyMatch(finding -> finding.startsWith("CLOSES shop.yml:1:1: shop/orders -> pods with"
                        + " k8s-app=kube-dns of kube-system on 53/UDP is declared"))
                .noneMatch(finding -> finding.contains("1234567890"));
    }

    @Test
    void aDirectionThatIsNoLongerIsolatedOpens() {
        assertThat(Fleets.drift(changed("default-deny/pay.yaml", "    - Egress\n", "")))
                .singleElement()
                .asString()
                .startsWith("OPENS default-deny/pay.yaml:")
                .contains("pay/maskwire-default-deny no longer isolates its pods in egress: policyTypes lacks Egress");
    }

    @Test
    void aRuleForEverybodyIsTold() {
        assertThat(Fleets.drift(changed(CUSTOMERS, "  ingress:\n", "  ingress:\n    - {}\n")))
                .singleElement()
                .asString()
                .contains("opens everybody -> shop/customers on every port, which no declaration does");
    }

    @Test
    void aRuleInADefaultDenyOpensForTheNamespace() {
        assertThat(Fleets.drift(with(
                        "default-deny/pay.yaml",
                        Fleets.files().get("default-deny/pay.yaml")
                                + "  egress:\n    - to: [{ipBlock: {cidr: 0.0.0.0/0}}]\n      ports: [{port: 443}]\n")))
                .singleElement()
                .asString()
                .contains("pay/maskwire-default-deny opens to 0.0.0.0/0 on 443/TCP for every pod of its namespace");
    }

    @Test
    void otherPodsSelectedAreTold() {
        assertThat(Fleets.drift(changed(
                        CUSTOMERS,
                        "  podSelector:\n    matchLabels:\n      app.kubernetes.io/name: customers\n",
                        "  podSelector:\n    matchLabels:\n      app: customers\n")))
                .singleElement()
                .asString()
                .startsWith("ERROR shop/customers.yaml:")
                .contains("selects pods with app=customers, not pods with app.kubernetes.io/name=customers")
                .endsWith("[policy-reselected]");
    }

    @Test
    void aMissingPolicyAndAMissingDefaultDenyAreTold() {
        Map<String, String> files = Fleets.files();
        files.remove(CUSTOMERS);
        files.remove("default-deny/pay.yaml");
        assertThat(Fleets.drift(files))
                .containsExactly(
                        "ERROR shop.yml:14:1: the policy shop/maskwire-customers isn't there, so no declared edge of"
                                + " shop/customers is open; generate it and apply it [policy-missing]",
                        "OPENS shop.yml:20:1: the default deny pay/maskwire-default-deny isn't there, so pods of pay that"
                                + " no policy selects connect to everybody; generate it and apply it [deny-missing]");
    }

    @Test
    void aPolicyOfAServiceThatIsGoneIsStale() {
        Map<String, String> files = changed(CUSTOMERS, "maskwire-customers", "maskwire-search");
        files.putAll(Map.of("again.yaml", Fleets.files().get(CUSTOMERS)));
        assertThat(Fleets.drift(files))
                .singleElement()
                .asString()
                .startsWith("STALE shop/customers.yaml:")
                .contains("shop/maskwire-search is a policy of the fleet acme, but nobody declares its service");
    }

    @Test
    void aPolicyOfAnotherFleetIsNoneOfOurs() {
        Map<String, String> files = changed(CUSTOMERS, "maskwire-customers", "maskwire-search");
        files.replaceAll((file, text) -> file.equals(CUSTOMERS)
                ? text.replace("fleet: acme", "fleet: other").replace("name: customers", "name: x")
                : text);
        files.put("again.yaml", Fleets.files().get(CUSTOMERS));
        assertThat(Fleets.drift(files)).isEmpty();
    }

    @Test
    void aPolicyWithoutOurLabelIsTold() {
        assertThat(Fleets.drift(changed(CUSTOMERS, "  labels:\n    maskwire.io/fleet: acme\n", "")))
                .singleElement()
                .asString()
                .contains("lacks the label maskwire.io/fleet of this fleet", "[policy-unlabelled]");
    }

    private static String foreign(String spec) {
        return "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: team-extra, namespace: shop}\n"
                + "spec:\n" + spec;
    }

    @Test
    void aForeignPolicyThatWidensOurPodsIsTold() {
        assertThat(Fleets.drift(with("extra.yaml", foreign("""
                          podSelector: {}
                          policyTypes: [Ingress, Egress]
                          ingress:
                            - from: [{podSelector: {}}]
                              ports: [{port: 9090}]
                        """))))
                .hasSize(2)
                .contains(
                        "OPENS extra.yaml:8:7: shop/team-extra isn't ours and opens to the pods of shop/orders: every pod"
                                + " of shop -> shop/orders on 9090/TCP; remove it and declare what is needed of it in shop.yml"
                                + " [foreign-policy]");
    }

    @Test
    void aForeignPolicyThatOpensNoMoreOrIsForOthersIsNot() {
        String denies = foreign("  podSelector: {}\n  policyTypes: [Ingress, Egress]\n");
        String narrower = foreign("""
                          podSelector: {matchLabels: {app.kubernetes.io/name: customers}}
                          policyTypes: [Ingress]
                          ingress:
                            - from: [{podSelector: {matchLabels: {app.kubernetes.io/name: orders, tier: a}}}]
                              ports: [{port: 8443, protocol: TCP}]
                        """).replace("team-extra", "narrower");
        String others = foreign("  podSelector: {matchLabels: {app: cache}}\n  ingress: [{}]\n")
                .replace("team-extra", "others");
        Map<String, String> files = with("denies.yaml", denies);
        files.put("narrower.yaml", narrower);
        files.put("others.yaml", others);
        assertThat(Fleets.drift(files)).isEmpty();
    }

    @Test
    void whatKustomizeAndHelmDoToNamesIsNamed() {
        assertThat(transformed("name: maskwire-", "name: eu-maskwire-"))
                .contains("shop/eu-maskwire-orders is shop/maskwire-orders under another name, as namePrefix of"
                        + " Kustomize makes it");
        assertThat(transformed("name: maskwire-orders", "name: maskwire-orders-v2"))
                .contains("as nameSuffix of Kustomize makes it");
        assertThat(transformed("name: maskwire-orders", "name: eu-maskwire-orders-v2"))
                .contains("as namePrefix and nameSuffix of Kustomize makes it");
        assertThat(transformed(
                        "  name: maskwire-orders",
                        "  annotations: {meta.helm.sh/release-name: web}\n  name: web-maskwire-orders"))
                .contains("as the release's name in a chart of Helm makes it");
    }

    private static String transformed(String from, String to) {
        Map<String, String> files = Fleets.files();
        String text = files.get(ORDERS);
        String annotations = to.contains("annotations:") ? text.replaceAll("  annotations:\n.*\n", "") : text;
        files.put(ORDERS, annotations.replace(from, to));
        List<String> findings = Fleets.drift(files);
        assertThat(findings).singleElement().asString().startsWith("ERROR").endsWith("[policy-transformed]");
        return findings.get(0);
    }

    @Test
    void aNamespaceThatKustomizeChangedIsNamed() {
        Map<String, String> files = Fleets.files();
        files.replaceAll(
                (file, text) -> file.startsWith("shop/") ? text.replace("namespace: shop", "namespace: eu") : text);
        assertThat(Fleets.drift(files))
                .hasSize(2)
                .allMatch(finding -> finding.contains("in the namespace eu, as namespace of Kustomize moves it")
                        && finding.endsWith("[policy-transformed]"));
    }

    @Test
    void labelsThatKustomizePutIntoEverySelectorAreNamed() {
        Map<String, String> files = new LinkedHashMap<>();
        Fleets.files()
                .forEach((file, text) -> files.put(
                        file,
                        text.replace("podSelector: {}", "podSelector: {matchLabels: {team: shop}}")
                                .replaceAll(
                                        "( *)podSelector:\n( *)matchLabels:\n",
                                        "$1podSelector:\n$2matchLabels:\n$2  team: shop\n")));
        List<String> findings = Fleets.drift(files);
        assertThat(findings)
                .hasSize(5)
                .allMatch(finding -> finding.startsWith("ERROR")
                        && finding.contains("has team=shop in its selectors, as commonLabels of Kustomize")
                        && finding.endsWith("[policy-transformed]"));
    }

    @Test
    void theOrderOfFilesChangesNothing() {
        Map<String, String> files = changed(CUSTOMERS, "port: 8443", "port: 8081");
        files.remove("default-deny/pay.yaml");
        List<String> names = Arrays.asList(files.keySet().toArray(String[]::new));
        Map<String, String> other = new LinkedHashMap<>();
        new TreeMap<>(files).descendingMap().forEach(other::put);
        assertThat(names).hasSizeGreaterThan(2);
        assertThat(Fleets.drift(other)).isEqualTo(Fleets.drift(files));
    }
}
