package io.maskwire.samples.shop.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code payments} is sent: exactly what {@code orders} declares in {@code sends}. */
@ExtendWith(ShopExtension.class)
class OrdersToPaymentsIT {

    private final OpenShop open;

    OrdersToPaymentsIT(OpenShop open) {
        this.open = open;
    }

    @ParameterizedTest
    @MethodSource("io.maskwire.samples.shop.walk.OpenShop#purchases")
    void paymentsReceivesTheClearCardBecauseOfSends(Purchase purchase) throws IOException {
        Answer receipt = pay(open.orders(), purchase);

        assertThat(receipt.member("status")).isEqualTo("approved");
        assertThat(open.lastAuthorization().member("cardNumber"))
                .isEqualTo(purchase.originals().get(Kind.PAN));
    }

    @ParameterizedTest
    @MethodSource("io.maskwire.samples.shop.walk.OpenShop#purchases")
    void paymentsReceivesAMaskedNameAndEmail(Purchase purchase) throws IOException {
        pay(open.orders(), purchase);

        Answer received = open.lastAuthorization();
        assertThat(received.member("order")).isEqualTo(purchase.order());
        assertThat(received.members()).containsKeys("cardholder", "email");
        assertThat(purchase.clearIn(received.everything())).containsExactly(Kind.PAN);
    }

    @ParameterizedTest
    @MethodSource("io.maskwire.samples.shop.walk.OpenShop#purchases")
    void withoutSendsPaymentsReceivesAMaskedCardAndRefusesIt(Purchase purchase) throws IOException {
        Answer receipt = pay(open.ordersSendingNothing(), purchase);

        Answer received = open.lastAuthorization();
        assertThat(received.member("order")).isEqualTo(purchase.order());
        assertThat(purchase.clearIn(received.everything())).isEmpty();
        // It accepts cards in clear, so a masked one is none it could charge.
        assertThat(receipt.ok()).isFalse();
        assertThat(purchase.clearIn(receipt.everything())).isEmpty();
    }

    private Answer pay(RunningService orders, Purchase purchase) throws IOException {
        return open.client().post(orders.uri("/orders/" + purchase.order() + "/pay"), open.as("clerk"), "");
    }
}
