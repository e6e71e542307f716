package io.maskwire.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.maskwire.policy.Unclassified;
import io.maskwire.policy.WriteBack;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeclarationsTest {

    private static final Declaration ORDERS = Declarations.read(
            DeclarationSource.classPath("declarations/orders.yml", DeclarationsTest.class.getClassLoader()));

    @Test
    void readsTheService() {
        assertThat(ORDERS.service())
                .contains(new Service(
                        new ServiceName("shop", "orders"),
                        Map.of("app.kubernetes.io/name", "orders"),
                        "team-orders",
                        place(2, 1)));
    }

    @Test
    void readsClassesWithThoseOfTheInclude() {
        assertThat(ORDERS.classes().keySet()).containsExactly("email", "iban", "name", "pan", "secret", "tax-id");
        assertThat(ORDERS.classes().get("pan").only()).contains(Set.of("pay/payments", "role:fraud-desk"));
        assertThat(ORDERS.classes().get("email").only()).isEmpty();
        assertThat(ORDERS.classes().get("iban").place())
                .isEqualTo(new Place("classpath:declarations/acme-classes.yml", 2, 3));
    }

    @Test
    void readsIdentity() {
        assertThat(ORDERS.identity())
                .isEqualTo(new Identity(
                        Optional.of("azp"), Optional.of("spiffe://cluster.local/ns/{namespace}/sa/{service}")));
    }

    @Test
    void readsPortsServed() {
        assertThat(ORDERS.serves().get("https"))
                .isEqualTo(new ServedPort(
                        "https",
                        8443,
                        OptionalInt.of(443),
                        Protocol.TCP,
                        Optional.empty(),
                        Set.of("ingress"),
                        Set.of("email"),
                        Optional.of(Map.of(
                                new ServiceName("shop", "web"), new ServedPort.Caller(Set.of("name"), place(17, 87)))),
                        Map.of(),
                        place(17, 3)));
        assertThat(ORDERS.serves().get("mgmt").callers()).isEmpty();
    }

    @Test
    void readsCalls() {
        assertThat(ORDERS.callsDeclared()).isTrue();
        assertThat(ORDERS.calls().keySet()).containsExactly("customers", "orders-db", "payments");
        assertThat(ORDERS.calls().get("payments"))
                .isEqualTo(new Call(
                        "payments",
                        new ServiceName("pay", "payments"),
                        "https",
                        Transport.HTTP,
                        Set.of("pan"),
                        Set.of(),
                        Set.of(),
                        "card authorisation",
                        place(20, 3)));
        assertThat(ORDERS.calls().get("orders-db").over()).isEqualTo(Transport.JDBC);
        assertThat(ORDERS.calls().get("orders-db").carries()).containsExactly("email", "name", "tax-id");
    }

    @Test
    void readsHostsOutside() {
        assertThat(ORDERS.external().get("mail"))
                .isEqualTo(new External(
                        "mail",
                        "smtp.mail.example",
                        List.of("203.0.113.25/32"),
                        Optional.empty(),
                        587,
                        Protocol.TCP,
                        Optional.empty(),
                        Transport.SMTP,
                        Set.of(),
                        Set.of("email"),
                        "",
                        place(24, 3)));
    }

    @Test
    void compilesFields() {
        assertThat(ORDERS.policy().fields())
                .hasToString("[FieldRule[path=$..password, classification=[secret]],"
                        + " FieldRule[path=$.customer.card.number, classification=[pan]]]");
        assertThat(ORDERS.policy().unclassified()).isEqualTo(Unclassified.PASS);
    }

    @Test
    void saysWhatHappensToMaskedValuesThatComeBack() {
        assertThat(ORDERS.policy().writeBack()).isEqualTo(WriteBack.REFUSE);
        for (WriteBack what : WriteBack.values()) {
            String word = what.name().toLowerCase(Locale.ROOT);

            assertThat(read("write-back: " + word + "\n").policy().writeBack()).isEqualTo(what);
        }
    }

    @Test
    void aFileThatOnlyMasksNeedsNoService() {
        Declaration declaration = read("classes: {pan: {mask: erase, only: [pay/payments, 'external:crm']}}");
        assertThat(declaration.service()).isEmpty();
        assertThat(declaration.callsDeclared()).isFalse();
        assertThat(declaration.classes().get("pan").only()).contains(Set.of("external:crm", "pay/payments"));
        assertThat(declaration.identity()).isEqualTo(new Identity(Optional.empty(), Optional.empty()));
    }

    @Test
    void namesOfTheOwnNamespaceAreCompleted() {
        Declaration declaration = read("""
                service: {name: orders, namespace: shop}
                classes: {pan: {mask: erase, only: [web]}}
                calls: {web: {to: web, port: https, sends: [pan]}}
                """);
        assertThat(declaration.classes().get("pan").only()).contains(Set.of("shop/web"));
        assertThat(declaration.calls().get("web").to()).isEqualTo(new ServiceName("shop", "web"));
    }

    @Test
    void aServiceHasADefaultSelector() {
        Declaration declaration = read("service: {name: orders, namespace: shop}");
        assertThat(declaration.service().orElseThrow().workloads().get(0).selector())
                .isEqualTo(Map.of("app.kubernetes.io/name", "orders"));
    }

    @Test
    void aSelectorCanBeATextOrAMap() {
        Map<String, String> labels = Map.of("app", "orders", "tier", "1", "canary", "");
        assertThat(selector("{tier: \"1\", app: orders, canary: \"\"}")).isEqualTo(labels);
        assertThat(selector("\"tier=1, app=orders\"")).isEqualTo(Map.of("app", "orders", "tier", "1"));
        assertThat(selector("\"tier=1, app=orders\"").keySet()).containsExactly("app", "tier");
    }

    private static Map<String, String> selector(String text) {
        return read("service: {name: orders, namespace: shop, selector: " + text + "}")
                .service()
                .orElseThrow()
                .workloads()
                .get(0)
                .selector();
    }

    @Test
    void emptyMapsSayThatThereIsNothing() {
        Declaration declaration =
                read("service: {name: orders, namespace: shop}\ncalls: {}\nserves: {https: {port: 1, callers: {}}}");
        assertThat(declaration.callsDeclared()).isTrue();
        assertThat(declaration.calls()).isEmpty();
        assertThat(declaration.serves().get("https").callers()).contains(Map.of());
    }

    @Test
    void anEmptyListOfCarriedClassesSaysThatThereAreNone() {
        Declaration declaration = read("service: {name: orders, namespace: shop}\n"
                + "calls: {cache: {to: cache, port: redis, over: redis, carries: []}}");
        assertThat(declaration.calls().get("cache").carries()).isEmpty();
    }

    @Test
    void aClassOnlyForNobodyIsKept() {
        assertThat(read("classes: {secret: {mask: erase, only: []}}")
                        .classes()
                        .get("secret")
                        .only())
                .contains(Set.of());
    }

    @Test
    void whatWasReadCanNotBeChanged() {
        assertThat(ORDERS.classes()).isUnmodifiable();
        assertThat(ORDERS.classes().get("pan").only().orElseThrow()).isUnmodifiable();
        assertThat(ORDERS.serves()).isUnmodifiable();
        assertThat(ORDERS.serves().get("https").from()).isUnmodifiable();
        assertThat(ORDERS.serves().get("https").callers().orElseThrow()).isUnmodifiable();
        assertThat(ORDERS.calls()).isUnmodifiable();
        assertThat(ORDERS.calls().get("payments").sends()).isUnmodifiable();
        assertThat(ORDERS.external()).isUnmodifiable();
        assertThat(ORDERS.external().get("mail").cidrs()).isUnmodifiable();
        assertThat(ORDERS.service().orElseThrow().workloads().get(0).selector()).isUnmodifiable();
    }

    @Test
    void theSameTextGivesTheSameDeclaration() {
        Declaration again = Declarations.read(
                DeclarationSource.classPath("declarations/orders.yml", DeclarationsTest.class.getClassLoader()));
        assertThat(again.toString()).isEqualTo(ORDERS.toString());
    }

    @Test
    void severalDocumentsAreSeveralDeclarations() {
        List<Declaration> declarations = Declarations.readAll(DeclarationSource.text("services.yml", """
                service: {name: orders, namespace: shop}
                classes: {pan: {mask: erase}}
                ---
                service: {name: payments, namespace: pay}
                classes: {pan: {mask: redact}}
                """));
        assertThat(declarations)
                .extracting(one -> one.service().orElseThrow().name().toString())
                .containsExactly("shop/orders", "pay/payments");
        assertThat(declarations.get(1).classes().get("pan").place()).isEqualTo(new Place("services.yml", 5, 11));
    }

    @Test
    void problemsOfAllDocumentsAreTold() {
        assertThatThrownBy(() -> Declarations.readAll(DeclarationSource.text("services.yml", "a: 1\n---\nb: 1\n---\n")))
                .hasMessageStartingWith("services.yml:1:1: unknown key \"a\"; ")
                .hasMessageContaining("\nservices.yml:3:1: unknown key \"b\"; ")
                .hasMessageContaining("\nservices.yml:5:1: the document is empty; ");
    }

    @Test
    void aSourcePrintsItsName() {
        assertThat(DeclarationSource.text("maskwire.yml", "classes: {}")).hasToString("maskwire.yml");
        assertThat(DeclarationSource.file(Path.of("services", "maskwire.yml")))
                .hasToString(Path.of("services", "maskwire.yml").toString());
        assertThat(DeclarationSource.classPath("/maskwire.yml", DeclarationsTest.class.getClassLoader()))
                .hasToString("classpath:maskwire.yml");
    }

    private static Declaration read(String text) {
        return Declarations.read(DeclarationSource.text("maskwire.yml", text));
    }

    private static Place place(int line, int column) {
        return new Place("classpath:declarations/orders.yml", line, column);
    }
}
