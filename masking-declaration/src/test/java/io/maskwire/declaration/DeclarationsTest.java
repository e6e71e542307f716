package io.maskwire.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.maskwire.policy.Unclassified;
import java.util.List;
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
                        Set.of("ingress"),
                        Set.of("email"),
                        Optional.of(Map.of(
                                new ServiceName("shop", "web"), new ServedPort.Caller(Set.of("name"), place(17, 87)))),
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
                        587,
                        Protocol.TCP,
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

    private static Place place(int line, int column) {
        return new Place("classpath:declarations/orders.yml", line, column);
    }
}
