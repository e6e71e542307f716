package io.maskwire.networkpolicy;

import static io.maskwire.networkpolicy.Declared.outside;
import static io.maskwire.networkpolicy.Declared.port;
import static io.maskwire.networkpolicy.Declared.service;
import static io.maskwire.networkpolicy.Declared.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.Fleet;
import io.maskwire.declaration.Place;
import io.maskwire.declaration.PlatformPeer;
import io.maskwire.declaration.Protocol;
import io.maskwire.declaration.Transport;
import io.maskwire.policy.Mask;
import io.maskwire.policy.Masks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reading this test is reading the format. */
class ManifestTextTest {

    @Test
    void aWorkloadHasOnePolicyWithBothDirections() {
        assertThat(Shop.manifests().files().get("shop/orders.yaml"))
                .isEqualTo("""
                        # Written by maskwire netpol generate. Change the declarations, not this file.
                        # shop/orders, owner team-orders
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata:
                          name: maskwire-orders
                          namespace: shop
                          labels:
                            maskwire.io/fleet: shop
                          annotations:
                            maskwire.io/edges: "sha256:DIGEST"
                        spec:
                          podSelector:
                            matchLabels:
                              app.kubernetes.io/name: orders
                          policyTypes:
                            - Ingress
                            - Egress
                          ingress:
                            # from platform ingress to https
                            - from:
                                - namespaceSelector:
                                    matchLabels:
                                      kubernetes.io/metadata.name: ingress-nginx
                                  podSelector:
                                    matchLabels:
                                      app.kubernetes.io/name: ingress-nginx
                              ports:
                                - port: 8443
                                  protocol: TCP
                            # from platform metrics to mgmt
                            - from:
                                - namespaceSelector:
                                    matchLabels:
                                      kubernetes.io/metadata.name: monitoring
                                  podSelector:
                                    matchLabels:
                                      app.kubernetes.io/name: prometheus
                              ports:
                                - port: 8081
                                  protocol: TCP
                          egress:
                            # to platform dns
                            - to:
                                - namespaceSelector:
                                    matchLabels:
                                      kubernetes.io/metadata.name: kube-system
                                  podSelector:
                                    matchLabels:
                                      k8s-app: kube-dns
                              ports:
                                - port: 53
                                  protocol: TCP
                                - port: 53
                                  protocol: UDP
                            # to pay/payments:https (card authorisation); request pan; answer nothing
                            - to:
                                - namespaceSelector:
                                    matchLabels:
                                      kubernetes.io/metadata.name: pay
                                  podSelector:
                                    matchLabels:
                                      app.kubernetes.io/name: payments
                              ports:
                                - port: 8443
                                  protocol: TCP
                            # to shop/customers:https; request nothing; answer name
                            - to:
                                - podSelector:
                                    matchLabels:
                                      app.kubernetes.io/name: customers
                              ports:
                                - port: 8443
                                  protocol: TCP
                            # to shop/orders-db:pg over jdbc; carries email, name, not masked by maskwire
                            - to:
                                - podSelector:
                                    matchLabels:
                                      app.kubernetes.io/name: orders-db
                              ports:
                                - port: 5432
                                  protocol: TCP
                            # to smtp.mail.example:587, external mail over smtp; carries email, not masked by maskwire
                            - to:
                                - ipBlock:
                                    cidr: "203.0.113.25/32"
                              ports:
                                - port: 587
                                  protocol: TCP
                        """.replace("DIGEST", Digests.sha256(ordersEdges())));
    }

    /** The text under the annotation, as documented. */
    private static String ordersEdges() {
        return """
               maskwire-edges 1
               shop/orders
               from platform "ingress" 8443/TCP
               from platform "metrics" 8081/TCP
               to external "mail" smtp.mail.example 587/TCP over smtp sends [] carries ["email"] at ["203.0.113.25/32"]
               to pay/payments "https" 8443/TCP over http sends ["pan"] gives [] carries []
               to platform dns
               to shop/customers "https" 8443/TCP over http sends [] gives ["name"] carries []
               to shop/orders-db "pg" 5432/TCP over jdbc sends [] gives [] carries ["email", "name"]
               """;
    }

    @Test
    void theProviderHasTheSameEdgeFromItsSide() {
        assertThat(Shop.manifests().files().get("pay/payments.yaml")).endsWith("""
                        spec:
                          podSelector:
                            matchLabels:
                              app.kubernetes.io/name: payments
                          policyTypes:
                            - Ingress
                            - Egress
                          ingress:
                            # from shop/orders to https (card authorisation); request pan; answer nothing
                            - from:
                                - namespaceSelector:
                                    matchLabels:
                                      kubernetes.io/metadata.name: shop
                                  podSelector:
                                    matchLabels:
                                      app.kubernetes.io/name: orders
                              ports:
                                - port: 8443
                                  protocol: TCP
                        """);
    }

    @Test
    void everyNamespaceIsClosedInBothDirections() {
        Map<String, String> files = Shop.manifests().files();
        assertThat(files)
                .containsOnlyKeys(
                        "default-deny/pay.yaml",
                        "default-deny/shop.yaml",
                        "maskwire.lock.json",
                        "pay/payments.yaml",
                        "shop/customers.yaml",
                        "shop/orders-db.yaml",
                        "shop/orders.yaml");
        assertThat(files.get("default-deny/pay.yaml")).isEqualTo("""
                        # Written by maskwire netpol generate. Change the declarations, not this file.
                        # In pay nothing connects but what another policy opens.
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata:
                          name: maskwire-default-deny
                          namespace: pay
                          labels:
                            maskwire.io/fleet: shop
                        spec:
                          podSelector: {}
                          policyTypes:
                            - Ingress
                            - Egress
                        """);
    }

    @Test
    void aServiceThatCallsNothingResolvesNoNames() {
        assertThat(Shop.manifests().files().get("shop/orders-db.yaml"))
                .doesNotContain("egress:", "kube-dns", "port: 53");
    }

    @Test
    void anAddressOutsideNeedsNoNames() {
        assertThat(policy(
                        service("shop/probe").external(outside("probe"), "203.0.113.9", 443, "203.0.113.9/32"),
                        Shop.fleet()))
                .contains("cidr: \"203.0.113.9/32\"")
                .doesNotContain("kube-dns");
    }

    @Test
    void manyBlocksAreOneRuleSortedAndOnce() {
        Declared declared = service("shop/mailer")
                .external(
                        outside("mail").protocol(Protocol.UDP).sends("email").why("receipts"),
                        "mail.example",
                        443,
                        "2001:db8::/32",
                        "203.0.113.25/32",
                        "198.51.100.0/24",
                        "203.0.113.25/32");
        assertThat(policy(declared, Shop.fleet())).endsWith("""
                            # to mail.example:443, external mail (receipts); request email
                            - to:
                                - ipBlock:
                                    cidr: "198.51.100.0/24"
                                - ipBlock:
                                    cidr: "203.0.113.25/32"
                                - ipBlock:
                                    cidr: "2001:db8::/32"
                              ports:
                                - port: 443
                                  protocol: UDP
                        """);
    }

    @Test
    void aBlockAroundPrivateRangesLeavesThemOut() {
        assertThat(policy(
                        service("shop/crawler").external(outside("web"), "example.com", 443, "::/0", "160.0.0.0/3"),
                        Shop.fleet()))
                .contains("""
                                - ipBlock:
                                    cidr: "160.0.0.0/3"
                                    except:
                                      - "169.254.0.0/16"
                                      - "172.16.0.0/12"
                                - ipBlock:
                                    cidr: "::/0"
                                    except:
                                      - "::1/128"
                                      - "fc00::/7"
                                      - "fe80::/10"
                        """);
    }

    @Test
    void twoCallsOfOnePairAndPortAreOneRuleWithTwoReasons() {
        List<Declaration> fleet = List.of(
                service("shop/web")
                        .calls(to("read", "shop/api", "https").why("pages"))
                        .calls(to("write", "shop/api", "https").sends("email").why("forms"))
                        .build(),
                service("shop/api").serves(port("https", 8443).accepts("email")).build());
        assertThat(NetworkPolicies.generate(Shop.fleet(), fleet).files().get("shop/api.yaml"))
                .endsWith("""
                          ingress:
                            # from shop/web to https (pages); request nothing; answer nothing
                            # from shop/web to https (forms); request email; answer nothing
                            - from:
                                - podSelector:
                                    matchLabels:
                                      app.kubernetes.io/name: web
                              ports:
                                - port: 8443
                                  protocol: TCP
                        """);
    }

    @Test
    void aCacheOnEachNodeIsAskedByItsAddress() {
        PlatformPeer dns = new PlatformPeer(
                List.of(new PlatformPeer.Pods(
                        "openshift-dns", Map.of("dns.operator.openshift.io/daemonset-dns", "default"))),
                List.of(),
                List.of(53),
                Protocol.TCP,
                Optional.of("169.254.20.10"),
                false,
                new Place("fleet.yml", 2, 3));
        String text = policy(
                service("shop/mailer").external(outside("mail"), "mail.example", 587, "203.0.113.25/32"),
                new Fleet("shop", Map.of("dns", dns)));
        assertThat(text).contains("""
                            # to platform dns
                            - to:
                                - namespaceSelector:
                                    matchLabels:
                                      kubernetes.io/metadata.name: openshift-dns
                                  podSelector:
                                    matchLabels:
                                      dns.operator.openshift.io/daemonset-dns: default
                                - ipBlock:
                                    cidr: "169.254.20.10/32"
                              ports:
                        """);
    }

    @Test
    void aPlatformPeerOfTheOwnNamespaceIsKnownByItsLabels() {
        String text = policy(
                service("ingress-nginx/errors").serves(port("https", 8443).from("ingress")), Shop.fleet());
        assertThat(text)
                .contains("  ingress:\n    # from platform ingress to https\n    - from:\n        - podSelector:\n");
    }

    @Test
    void aLongNameIsCutAndKeepsADigestOfTheWhole() {
        String longest = "a".repeat(62);
        List<Declaration> fleet = List.of(
                service("shop/" + longest + "b").build(),
                service("shop/" + longest + "c").build());
        Map<String, String> files =
                NetworkPolicies.generate(Shop.fleet(), fleet).files();
        List<String> names = files.values().stream()
                .filter(text -> text.contains("aaaa"))
                .flatMap(String::lines)
                .filter(line -> line.startsWith("  name: "))
                .toList();
        assertThat(names)
                .doesNotHaveDuplicates()
                .hasSize(2)
                .allSatisfy(name -> assertThat(name).matches("  name: maskwire-a{45}-[0-9a-f]{8}"));
        assertThat(files).containsKey("shop/" + longest + "c.yaml");
    }

    @Test
    void aChangedMaskChangesTheLockAndNoPolicy() {
        Map<String, String> before = emailEdge(Masks.hash());
        Map<String, String> after = emailEdge(Masks.erase());
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.keySet())
                .filteredOn(file -> !after.get(file).equals(before.get(file)))
                .containsExactly("maskwire.lock.json");
    }

    private static Map<String, String> emailEdge(Mask mask) {
        List<Declaration> fleet = List.of(
                service("shop/web")
                        .dataClass("email", mask)
                        .calls(to("api", "shop/api", "https").sends("email"))
                        .build(),
                service("shop/api")
                        .dataClass("email", mask)
                        .serves(port("https", 8443).accepts("email"))
                        .build());
        return NetworkPolicies.generate(Shop.fleet(), fleet).files();
    }

    @Test
    void theLockHasEachDefinitionOnce() {
        List<Declaration> fleet = List.of(
                service("shop/a").dataClass("pan", Masks.erase()).build(),
                service("shop/b").dataClass("pan", Masks.erase()).build(),
                service("shop/c")
                        .dataClass("pan", Masks.erase(), "pay/payments", "role:fraud-desk")
                        .build());
        String everybody = Digests.sha256("maskwire-class 1\n\"pan\"\n\"erase()\"\nanybody\n");
        String limited = Digests.sha256(
                "maskwire-class 1\n\"pan\"\n\"erase()\"\n[\"role:fraud-desk\", \"service:pay/payments\"]\n");
        List<String> lines = List.of(
                "    {\"class\": \"pan\", \"digest\": \"sha256:" + everybody
                        + "\", \"services\": [\"shop/a\", \"shop/b\"]}",
                "    {\"class\": \"pan\", \"digest\": \"sha256:" + limited + "\", \"services\": [\"shop/c\"]}");
        assertThat(NetworkPolicies.generate(Shop.fleet(), fleet).files().get("maskwire.lock.json"))
                .isEqualTo(
                        """
                        {
                          "maskwire-lock": 1,
                          "fleet": "shop",
                          "classes": [
                        %s
                          ]
                        }
                        """.formatted(String.join(",\n", lines.stream().sorted().toList())));
    }

    @Test
    void whatAnEdgeCarriesIsInItsDigest() {
        List<String> digests = List.of(
                digest(to("api", "shop/api", "https")),
                digest(to("api", "shop/api", "https").sends("email")),
                digest(to("api", "shop/api", "https").over(Transport.GRPC)),
                digest(to("api", "shop/api", "https").over(Transport.GRPC).carries("email")));
        assertThat(digests).doesNotHaveDuplicates();
        assertThat(digest(to("api", "shop/api", "https").why("pages"))).isEqualTo(digests.get(0));
    }

    private static String digest(Declared.To call) {
        List<Declaration> fleet = List.of(
                service("shop/web").calls(call).build(),
                service("shop/api").serves(port("https", 8443).accepts("email")).build());
        return NetworkPolicies.generate(Shop.fleet(), fleet)
                .files()
                .get("shop/web.yaml")
                .lines()
                .filter(line -> line.contains("maskwire.io/edges"))
                .findFirst()
                .orElseThrow();
    }

    private static String policy(Declared declared, Fleet fleet) {
        Declaration declaration = declared.build();
        return NetworkPolicies.generate(fleet, List.of(declaration))
                .files()
                .get(ManifestNames.file(declaration.service().orElseThrow().name()));
    }
}
