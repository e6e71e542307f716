package io.maskwire.networkpolicy;

import static io.maskwire.networkpolicy.Declared.outside;
import static io.maskwire.networkpolicy.Declared.port;
import static io.maskwire.networkpolicy.Declared.service;
import static io.maskwire.networkpolicy.Declared.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.maskwire.declaration.Declaration;
import io.maskwire.declaration.DeclarationException;
import io.maskwire.declaration.Fleet;
import io.maskwire.declaration.Identity;
import io.maskwire.declaration.Place;
import io.maskwire.declaration.PlatformPeer;
import io.maskwire.declaration.Protocol;
import io.maskwire.networkpolicy.api.ApiRules;
import io.maskwire.networkpolicy.api.Cidr;
import io.maskwire.policy.MaskingPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FleetCheckTest {

    @Test
    void twoServicesOfOneNameInOneNamespaceAreRefusedWithBothPlaces() {
        assertThat(problems(service("shop/orders", "one.yml"), service("shop/orders", "two.yml")))
                .containsExactly("two.yml:1:1: the service shop/orders is declared twice, first at one.yml:1:1;"
                        + " rename one of the two or leave one file out");
    }

    @Test
    void oneNameInTwoNamespacesIsTwoServices() {
        assertThat(generate(service("shop/orders"), service("pay/orders")).services())
                .hasToString("[pay/orders, shop/orders]");
    }

    @Test
    void aCallToNobodyNamesWhereTheNameExists() {
        assertThat(problems(
                        service("shop/orders").calls(to("payments", "shop/payments", "https")),
                        service("pay/payments").serves(port("https", 8443))))
                .containsExactly("shop/orders.yml:20:3: calls.payments goes to shop/payments, which nobody declares;"
                        + " the name exists as pay/payments; write to: pay/payments if that is meant");
    }

    @Test
    void aCallToNobodyNamesTheServicesOfTheNamespace() {
        assertThat(problems(
                        service("shop/orders").calls(to("payments", "shop/paymints", "https")),
                        service("shop/payments")))
                .containsExactly("shop/orders.yml:20:3: calls.payments goes to shop/paymints, which nobody declares;"
                        + " declare it or correct the name; shop has orders, payments");
        assertThat(problems(service("shop/orders").calls(to("payments", "pay/payments", "https"))))
                .containsExactly("shop/orders.yml:20:3: calls.payments goes to pay/payments, which nobody declares;"
                        + " declare it or correct the name; pay has no declared service");
    }

    @Test
    void aLongListOfServicesIsCut() {
        Declared[] many = IntStream.range(0, 30)
                .mapToObj(i -> service("shop/s" + (100 + i)))
                .toArray(Declared[]::new);
        many[0].calls(to("x", "shop/x", "https"));
        assertThat(problems(many)).singleElement().asString().endsWith("s110, s111 and 18 more");
    }

    @Test
    void aPortTheProviderDoesNotServeNamesThoseItHas() {
        assertThat(problems(
                        service("shop/orders").calls(to("api", "shop/api", "http")),
                        service("shop/api").serves(port("mgmt", 8081)).serves(port("https", 8443))))
                .containsExactly("shop/orders.yml:20:3: calls.api wants the port http, which shop/api doesn't serve;"
                        + " it serves https, mgmt; write one of these, or add the port to shop/api.yml");
    }

    @Test
    void aCallWithoutAPortIsRefused() {
        assertThat(problems(
                        service("shop/orders").calls(to("api", "shop/api", "")),
                        service("shop/api").serves(port("https", 8443))))
                .containsExactly("shop/orders.yml:20:3: calls.api names no port of shop/api;"
                        + " it serves https; write one of these, or add the port to shop/api.yml");
    }

    @Test
    void anUnknownPlatformPeerNamesTheKnownOnesAndHowToAddIt() {
        assertThat(problems(service("shop/orders").serves(port("https", 8443).from("ingres"))))
                .containsExactly("shop/orders.yml:10:3: serves.https is open from ingres, which is no platform peer of"
                        + " the fleet; known are dns, ingress, metrics; add it to fleet.yml, such as:"
                        + " platform: {ingres: {namespace: NAMESPACE, selector: KEY=VALUE}}");
    }

    @Test
    void twoServicesWithOneSelectorAreRefused() {
        assertThat(problems(
                        service("shop/a").selector(Map.of("app", "x")),
                        service("shop/b").selector(Map.of("app", "x"))))
                .containsExactly("shop/b.yml:1:1: every pod that the selector of shop/b selects is selected by shop/a"
                        + " (shop/a.yml:1:1) too, so it would get the edges of both; give the two selectors"
                        + " that exclude each other, such as two values of one label");
    }

    @Test
    void aSelectorInsideAnotherIsRefusedWhereItIsNarrower() {
        assertThat(problems(
                        service("shop/a").selector(Map.of("app", "x", "tier", "db")),
                        service("shop/b").selector(Map.of("app", "x"))))
                .singleElement()
                .asString()
                .startsWith("shop/a.yml:1:1: every pod that the selector of shop/a selects is selected by shop/b");
    }

    @Test
    void selectorsThatDifferInAValueOrInTheNamespaceAreFine() {
        assertThat(generate(
                                service("shop/a").selector(Map.of("app", "x", "tier", "db")),
                                service("shop/b").selector(Map.of("app", "x", "tier", "web")),
                                service("pay/c").selector(Map.of("app", "x")))
                        .findings())
                .isEmpty();
    }

    @Test
    void onePodPortUnderTwoNamesIsRefusedUnlessTheProtocolsDiffer() {
        assertThat(problems(
                        service("shop/a").serves(port("admin", 8443).nobody()).serves(port("https", 8443))))
                .containsExactly("shop/a.yml:11:3: serves.https and serves.admin are both the pod port 8443/TCP, so"
                        + " whoever may use one may use the other; serve it under one name");
        assertThat(generate(service("shop/a")
                                .serves(port("quic", 443).protocol(Protocol.UDP))
                                .serves(port("https", 443)))
                        .services())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shop", "shop_1", "-shop", "shop-", "", "a.b", "şop", "shop\n", "x\": {}", "{}"})
    void aNamespaceOrNameTheServerRefusesIsRefusedAndNotQuoted(String bad) {
        Declared inNamespace = service(bad + "/orders", "f.yml");
        Declared byName = service("shop/" + bad, "f.yml").selector(Map.of("app", "x"));
        assertThat(problems(inNamespace))
                .containsExactly("f.yml:1:1: the service's namespace is no DNS label; " + ApiRules.DNS_LABEL_RULE);
        assertThat(problems(byName))
                .containsExactly("f.yml:1:1: the service's name is no DNS label; " + ApiRules.DNS_LABEL_RULE);
    }

    @Test
    void aNameOfSixtyFourCharactersIsTooLong() {
        assertThat(generate(service("shop/" + "a".repeat(63))).services()).hasSize(1);
        assertThat(problems(service("shop/" + "a".repeat(64)).selector(Map.of("app", "x"))))
                .hasSize(1);
    }

    @Test
    void theNameOfTheDefaultDenyIsTaken() {
        assertThat(problems(service("shop/default-deny")))
                .singleElement()
                .asString()
                .contains("use another name");
        assertThat(problems(service("default-deny/shop")))
                .singleElement()
                .asString()
                .contains("use another namespace");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "App!           | x             | a key that is no label key",
                "-app           | x             | a key that is no label key",
                "A.example/name | x             | a key that is no label key",
                "a/b/c          | x             | a key that is no label key",
                "/name          | x             | a key that is no label key",
                "app            | x y           | a value for app that no label takes",
                "app            | -x            | a value for app that no label takes",
                "app            | 'x: {}'       | a value for app that no label takes"
            },
            delimiter = '|')
    void aSelectorTheServerRefusesIsRefused(String key, String value, String problem) {
        assertThat(problems(service("shop/a").selector(Map.of(key, value))))
                .singleElement()
                .asString()
                .startsWith("shop/a.yml:1:1: the selector has " + problem + "; ");
    }

    @Test
    void lineBreaksNeverPassForALabel() {
        assertThat(problems(service("shop/a").selector(Map.of("app", "x\n")))).hasSize(1);
        assertThat(problems(service("shop/a").selector(Map.of("app\n", "x")))).hasSize(1);
    }

    @Test
    void aSelectorForEveryPodIsRefused() {
        assertThat(problems(service("shop/a").selector(Map.of())))
                .containsExactly("shop/a.yml:1:1: the selector is empty, which would be every pod of the namespace;"
                        + " name a label");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65_536, Integer.MAX_VALUE})
    void aPortOutsideItsRangeIsRefused(int number) {
        assertThat(problems(service("shop/a").serves(port("https", number))))
                .containsExactly("shop/a.yml:10:3: serves.https has no port from 1 to 65535; write the pod's port");
        assertThat(problems(service("shop/a").external(outside("mail"), "mail.example", number, "203.0.113.1/32")))
                .containsExactly("shop/a.yml:30:3: external.mail has no port from 1 to 65535; write the pod's port");
    }

    @Test
    void aBlockOrHostTheServerRefusesIsRefused() {
        assertThat(problems(service("shop/a").external(outside("mail"), "mail.example", 25, "203.0.113.1/24")))
                .containsExactly(
                        "shop/a.yml:30:3: external.mail has a block of addresses no API server takes; " + Cidr.RULE);
        assertThat(problems(service("shop/a").external(outside("mail"), "mail.example\nx", 25, "203.0.113.1/32")))
                .singleElement()
                .asString()
                .contains("no DNS name and no address");
    }

    @Test
    void aPlatformPeerTheServerRefusesIsRefused() {
        Place place = new Place("fleet.yml", 4, 3);
        PlatformPeer dns = new PlatformPeer(
                List.of(new PlatformPeer.Pods("Kube", Map.of())),
                List.of("10.0.0.1/8"),
                List.of(0),
                Protocol.TCP,
                Optional.of("localhost"),
                false,
                place);
        Fleet fleet = new Fleet("shop", Map.of("dns", dns));
        assertThatThrownBy(() -> NetworkPolicies.generate(fleet, List.of()))
                .isInstanceOf(DeclarationException.class)
                .hasMessageContainingAll(
                        "fleet.yml:4:3: the namespace of platform.dns is no DNS label",
                        "the selector of platform.dns is empty",
                        "platform.dns has a block of addresses no API server takes",
                        "platform.dns has a port that is none",
                        "platform.dns has a node-local address that is none");
    }

    @Test
    void everyProblemIsNamedAtOnceInTheOrderOfPlaces() {
        List<String> problems = problems(
                service("shop/b").calls(to("x", "shop/x", "https")),
                service("shop/a").serves(port("https", 0).from("nobody")));
        assertThat(problems).hasSize(3).isSorted();
    }

    @Test
    void whatCouldBeDataIsInNoMessage() {
        String card = "4111111111111111";
        assertThat(problems(
                        service("shop/orders")
                                .calls(to(card, "shop/" + card, card))
                                .calls(to("api", "shop/api", card))
                                .serves(port(card, 0).from(card))
                                .external(outside(card), card + " ", 0, card),
                        service("shop/api").serves(port("https", 8443))))
                .hasSizeGreaterThan(5)
                .allSatisfy(problem -> assertThat(problem).doesNotContain(card))
                .contains(
                        "shop/orders.yml:20:3: calls.? goes to ?, which nobody declares; declare it or correct the name;"
                                + " shop has api, orders");
    }

    @Test
    void aDeclarationWithoutAServiceHasNoPlaceInAFleet() {
        Declaration maskOnly = new Declaration(
                Optional.empty(),
                Map.of(),
                MaskingPolicy.builder().build(),
                new Identity(Optional.empty(), Optional.empty()),
                Map.of(),
                Map.of(),
                Map.of(),
                false);
        assertThatThrownBy(() -> NetworkPolicies.generate(Shop.fleet(), List.of(maskOnly)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leave it out");
    }

    private static Manifests generate(Declared... declared) {
        return NetworkPolicies.generate(
                Shop.fleet(), Arrays.stream(declared).map(Declared::build).toList());
    }

    private static List<String> problems(Declared... declared) {
        DeclarationException refused = catchThrowableOfType(DeclarationException.class, () -> generate(declared));
        assertThat(refused).isNotNull();
        return refused.problems().stream()
                .map(DeclarationException.Problem::toString)
                .toList();
    }
}
