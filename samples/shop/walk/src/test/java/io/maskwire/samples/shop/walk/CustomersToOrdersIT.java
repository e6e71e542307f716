package io.maskwire.samples.shop.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code customers} answers: the name to {@code orders}, because of {@code gives}, and to nobody else. */
@ExtendWith(ShopExtension.class)
class CustomersToOrdersIT {

    private final OpenShop open;

    CustomersToOrdersIT(OpenShop open) {
        this.open = open;
    }

    @ParameterizedTest
    @MethodSource("io.maskwire.samples.shop.walk.OpenShop#purchases")
    void ordersGetsTheClearNameBecauseOfGives(Purchase purchase) throws IOException {
        Answer answer = customer(open.customers(), purchase, orders());

        assertThat(answer.member("name")).isEqualTo(purchase.originals().get(Kind.NAME));
        assertThat(purchase.clearIn(answer.everything())).containsExactly(Kind.NAME);
    }

    @ParameterizedTest
    @MethodSource("io.maskwire.samples.shop.walk.OpenShop#purchases")
    void withoutGivesOrdersGetsAMaskedName(Purchase purchase) throws IOException {
        Answer answer = customer(open.customersGivingNothing(), purchase, orders());

        assertThat(answer.members()).containsKey("name");
        assertThat(purchase.clearIn(answer.everything())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.maskwire.samples.shop.walk.OpenShop#purchases")
    void withoutCredentialsEverythingIsMasked(Purchase purchase) throws IOException {
        Answer answer = customer(open.customers(), purchase, Caller.ANONYMOUS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.members()).containsKeys("name", "email", "phone", "iban");
        assertThat(purchase.clearIn(answer.everything())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.maskwire.samples.shop.walk.OpenShop#purchases")
    void aForgedTokenShowsNothing(Purchase purchase) throws IOException, GeneralSecurityException {
        Answer answer = customer(open.customers(), purchase, Caller.forged());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(purchase.clearIn(answer.everything())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.maskwire.samples.shop.walk.OpenShop#purchases")
    void anUnsignedTokenShowsNothing(Purchase purchase) throws IOException {
        Answer answer = customer(open.customers(), purchase, Caller.unsigned());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(purchase.clearIn(answer.everything())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.maskwire.samples.shop.walk.OpenShop#purchases")
    void aPersonsTokenIsNoServicesToken(Purchase purchase) throws IOException {
        Answer answer = customer(open.customers(), purchase, open.as("fraud-desk"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(purchase.clearIn(answer.everything())).isEmpty();
    }

    /** The control: unmasked, the same request shows what all the others look for. */
    @ParameterizedTest
    @MethodSource("io.maskwire.samples.shop.walk.OpenShop#purchases")
    void inReportModeEveryValueIsFoundInClear(Purchase purchase) throws IOException {
        Answer answer = customer(open.customersReporting(), purchase, Caller.ANONYMOUS);

        assertThat(purchase.clearIn(answer.everything()))
                .containsExactlyInAnyOrder(Kind.NAME, Kind.EMAIL, Kind.PHONE, Kind.IBAN);
    }

    @Test
    void thereAreSeveralCustomers() throws IOException {
        assertThat(OpenShop.purchases())
                .extracting(Purchase::customer)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(2);
    }

    private Caller orders() throws IOException {
        return Caller.orders(open.shop().run());
    }

    private Answer customer(RunningService customers, Purchase purchase, Caller caller) throws IOException {
        return open.client().get(customers.uri("/customers/" + purchase.customer()), caller);
    }
}
