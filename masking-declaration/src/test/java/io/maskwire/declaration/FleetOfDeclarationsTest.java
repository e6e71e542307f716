package io.maskwire.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.declaration.PlatformPeer.Pods;
import io.maskwire.policy.Audience;
import io.maskwire.policy.FieldPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a fleet gives its declarations, and what an environment changes in them. */
class FleetOfDeclarationsTest {

    private static final String FLEET = """
            fleet: shop
            classes:
              pan: {mask: redact, style: pan, only: [pay/payments]}
            fields:
              any-password: {path: "$..password", mask: erase}
            namespaces:
              shop: {default-deny: when-complete, workloads: [orders], mesh: istio-ambient}
            platform:
              proxy: {namespace: pay, selector: app=squid, port: 3128}
              metrics: {namespace: monitoring, selector: app=prometheus}
            topics:
              orders: {broker: pay/kafka, port: kafka}
            """;

    private static final String PROD = """
            environment: prod
            namespaces: {shop: shop-prod, pay: pay-prod}
            transport: mesh
            mesh: istio-sidecar
            platform:
              metrics: {namespace: pay, selector: app=agent}
            external:
              mail.example: {cidrs: [203.0.113.99/32]}
            """;

    private static final String ORDERS = """
            service: {name: orders, namespace: shop}
            serves:
              https: {port: 8443, callers: {web: {}, pay/ledger: {}}, guests: {legacy/old: {until: 2027-01-31}}}
            calls:
              payments: {to: pay/payments, port: https, sends: [pan]}
            external:
              mail: {host: mail.example, cidrs: [192.0.2.1/32], port: 587, over: smtp, carries: []}
              rates: {host: rates.example, port: 443, via: proxy}
            publishes:
              orders: {consumers: [web, pay/ledger]}
            audiences:
              service:pay/ledger: {masks: {pan: {mask: erase}}}
            """;

    @TempDir
    Path folder;

    @Test
    void everyDeclarationKnowsItsClassesAndFields() {
        Declaration orders = read(ORDERS, fleet(FLEET));
        assertThat(orders.classes()).containsOnlyKeys("pan");
        assertThat(orders.classes().get("pan").place()).isEqualTo(new Place("fleet.yml", 3, 3));
        assertThat(orders.policy().fields().get(0).path()).isEqualTo(FieldPath.parse("$..password"));
    }

    @Test
    void noneRedefinesThem() {
        assertThatThrownBy(() ->
                        read("service: {name: a, namespace: shop}\nclasses: {pan: {mask: erase}}\n", fleet(FLEET)))
                .hasMessage("orders.yml:2:11: the class \"pan\" is declared at fleet.yml:3:3 and can't be redefined;"
                        + " use it as it is, or choose another name");
        assertThatThrownBy(() -> read(
                        "service: {name: a, namespace: shop}\nfields: {x: {path: $..password, mask: erase}}\n",
                        fleet(FLEET)))
                .hasMessageContaining("fields.x selects the same values as the field at fleet.yml:5:3");
    }

    @Test
    void aFileThatBothIncludeIsReadOnce() throws IOException {
        Files.writeString(folder.resolve("classes.yml"), "classes: {email: {mask: erase}}\n");
        Path fleet = Files.writeString(folder.resolve("fleet.yml"), "fleet: shop\ninclude: [classes.yml]\n");
        Path orders = Files.writeString(
                folder.resolve("orders.yml"),
                "include: [classes.yml]\nservice: {name: orders, namespace: shop}\nfields: {mail: {path: $..mail, class: email}}\n");
        Fleet read = Declarations.readFleet(DeclarationSource.file(fleet));
        assertThat(Declarations.readAll(DeclarationSource.file(orders), read)
                        .get(0)
                        .classes())
                .containsOnlyKeys("email");
    }

    @Test
    void aFleetThatCantBeReadMakesNoClassUnknown() {
        Fleet unreadable = new Fleet(
                "x", Map.of(), Map.of(), Map.of(), false, Mesh.NONE, Environment.NONE, SharedRules.UNREADABLE);
        assertThat(read("service: {name: a, namespace: b}\ncalls: {c: {to: c, port: p, sends: [pan]}}\n", unreadable)
                        .calls())
                .containsOnlyKeys("c");
    }

    @Test
    void readsWhatHoldsInNamespaces() {
        Fleet fleet = fleet(FLEET);
        assertThat(fleet.namespaces())
                .isEqualTo(Map.of(
                        "shop",
                        new Namespace(
                                DefaultDeny.WHEN_COMPLETE,
                                Set.of("orders"),
                                true,
                                Optional.of(Mesh.ISTIO_AMBIENT),
                                new Place("fleet.yml", 7, 3))));
        assertThat(fleet.mesh("shop")).isEqualTo(Mesh.ISTIO_AMBIENT);
        assertThat(fleet.mesh("pay")).isEqualTo(Mesh.NONE);
        assertThat(fleet.namedConsent()).isFalse();
        assertThat(fleet("fleet: shop\nconsent: named\n").namedConsent()).isTrue();
    }

    @Test
    void readsPeersOfSeveralKinds() {
        Fleet fleet = fleet("""
                fleet: shop
                platform:
                  api-server: {cidrs: ["fd00:10::2/128", 192.168.10.2/32], port: [6443, 443]}
                  syslog: {pods: [{namespace: a, selector: b=c}, {namespace: d, selector: {e: f}}], port: 514, protocol: UDP}
                  ingress: {namespace: a, selector: b=c, cidrs: [10.0.0.0/8], in-mesh: true}
                  probes: {nodes: [10.0.0.0/8]}
                """);
        assertThat(fleet.platform().get("api-server").cidrs()).containsExactly("192.168.10.2/32", "fd00:10::2/128");
        assertThat(fleet.platform().get("api-server").ports()).containsExactly(443, 6443);
        assertThat(fleet.platform().get("syslog").pods())
                .containsExactly(new Pods("a", Map.of("b", "c")), new Pods("d", Map.of("e", "f")));
        assertThat(fleet.platform().get("syslog").protocol()).isEqualTo(Protocol.UDP);
        assertThat(fleet.platform().get("ingress").inMesh()).isTrue();
        assertThat(fleet.platform().get("probes").cidrs()).containsExactly("10.0.0.0/8");
        assertThat(fleet("fleet: a\nplatform: {probes: ambient}\n")
                        .platform()
                        .get("probes")
                        .cidrs())
                .containsExactly("169.254.7.127/32");
        assertThat(fleet("fleet: a\nplatform: {probes: none}\n")
                        .platform()
                        .get("probes")
                        .cidrs())
                .isEmpty();
    }

    @Test
    void sidecarsNeedTheirControlPlane() {
        assertThat(fleet("fleet: a\nmesh: istio-sidecar\n")
                        .platform()
                        .get("istiod")
                        .ports())
                .containsExactly(15012);
        assertThat(fleet("fleet: a\nnamespaces: {b: {mesh: istio-sidecar}}\n").platform())
                .containsKey("istiod");
        assertThat(fleet("fleet: a\nmesh: istio-ambient\n").platform()).doesNotContainKey("istiod");
    }

    @Test
    void anEnvironmentRenamesNamespacesWhereverTheyAreNamed() {
        Fleet prod = prod();
        Declaration orders = read(ORDERS, prod);
        assertThat(orders.service().orElseThrow().name()).hasToString("shop-prod/orders");
        assertThat(orders.calls().get("payments").to()).hasToString("pay-prod/payments");
        assertThat(orders.serves().get("https").callers().orElseThrow().keySet())
                .extracting(ServiceName::toString)
                .containsExactly("pay-prod/ledger", "shop-prod/web");
        assertThat(orders.serves().get("https").guests().keySet())
                .extracting(ServiceName::toString)
                .containsExactly("legacy/old");
        assertThat(orders.publishes().get("orders").consumers().orElseThrow())
                .extracting(ServiceName::toString)
                .containsExactly("pay-prod/ledger", "shop-prod/web");
        assertThat(orders.classes().get("pan").only()).contains(Set.of("pay-prod/payments"));
        assertThat(orders.policy().known(Audience.service("pay-prod/ledger")))
                .isEqualTo(Audience.service("pay-prod/ledger"));
        assertThat(orders.policy().known(Audience.service("pay/ledger"))).isEqualTo(Audience.unknown());
        assertThat(prod.topics().get("orders").broker()).isEqualTo("pay-prod/kafka");
        assertThat(prod.namespaces()).containsOnlyKeys("shop-prod");
        assertThat(prod.platform().get("proxy").pods().get(0).namespace()).isEqualTo("pay-prod");
    }

    @Test
    void anEnvironmentHasItsOwnPeersMeshAndAddresses() {
        Fleet prod = prod();
        Declaration orders = read(ORDERS, prod);
        assertThat(prod.environment().name()).isEqualTo("prod");
        assertThat(prod.environment().meshTransport()).isTrue();
        assertThat(prod.mesh()).isEqualTo(Mesh.ISTIO_SIDECAR);
        // Its own names stay as they stand there.
        assertThat(prod.platform().get("metrics").pods()).containsExactly(new Pods("pay", Map.of("app", "agent")));
        assertThat(orders.external().get("mail").cidrs()).containsExactly("203.0.113.99/32");
        assertThat(orders.external().get("rates").cidrs()).isEmpty();
        assertThat(orders.external().get("rates").via()).contains("proxy");
    }

    @Test
    void withoutAnEnvironmentNothingIsRenamed() {
        assertThat(fleet(FLEET).environment()).isEqualTo(Environment.NONE);
        assertThat(read(ORDERS, fleet(FLEET)).external().get("mail").cidrs()).containsExactly("192.0.2.1/32");
    }

    private static Fleet fleet(String text) {
        return Declarations.readFleet(DeclarationSource.text("fleet.yml", text));
    }

    private static Fleet prod() {
        return Declarations.readFleet(
                DeclarationSource.text("fleet.yml", FLEET), DeclarationSource.text("prod.yml", PROD));
    }

    private static Declaration read(String text, Fleet fleet) {
        List<Declaration> all = Declarations.readAll(DeclarationSource.text("orders.yml", text), fleet);
        return all.get(0);
    }
}
