package io.maskwire.samples.shop.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same {@code GET /orders/{id}}, seen by whoever asks. */
@ExtendWith(ShopExtension.class)
class OrdersToEachAudienceIT {

    private static final String HASH = "mh1.";

    private final OpenShop open;

    OrdersToEachAudienceIT(OpenShop open) {
        this.open = open;
    }

    @ParameterizedTest
    @MethodSource("io.maskwire.samples.shop.walk.OpenShop#purchases")
    void anonymousSeesNoClearNameEmailPhoneOrCard(Purchase purchase) throws IOException {
        Answer answer = order(purchase, Caller.ANONYMOUS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.members()).containsKeys("name", "email", "phone", "cardNumber");
        assertThat(purchase.clearIn(answer.everything())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.maskwire.samples.shop.walk.OpenShop#purchases")
    void theFraudDeskSeesTheClearCardAndNothingElseInClear(Purchase purchase) throws IOException {
        Answer answer = order(purchase, open.as("fraud-desk"));

        assertThat(answer.member("cardNumber")).isEqualTo(purchase.originals().get(Kind.PAN));
        assertThat(purchase.clearIn(answer.everything())).containsExactly(Kind.PAN);
    }

    @Test
    void theFraudDeskCanTellCustomersApartByTheHashOfTheirEmail() throws IOException {
        Set<String> hashes = new HashSet<>();
        for (Purchase purchase : OpenShop.purchases()) {
            String hash = order(purchase, open.as("fraud-desk")).member("email");
            assertThat(hash).startsWith(HASH);
            assertThat(order(purchase, open.as("fraud-desk")).member("email")).isEqualTo(hash);
            hashes.add(hash);
        }
        assertThat(hashes).hasSameSizeAs(OpenShop.purchases());
    }

    @ParameterizedTest
    @MethodSource("io.maskwire.samples.shop.walk.OpenShop#purchases")
    void theHashGoesToNobodyElse(Purchase purchase) throws IOException {
        Answer receipt = pay(purchase);

        assertThat(order(purchase, Caller.ANONYMOUS).everything()).doesNotContain(HASH);
        assertThat(order(purchase, open.as("clerk")).everything()).doesNotContain(HASH);
        assertThat(receipt.everything()).doesNotContain(HASH);
        assertThat(open.lastAuthorization().everything()).doesNotContain(HASH);
    }

    @ParameterizedTest
    @MethodSource("io.maskwire.samples.shop.walk.OpenShop#purchases")
    void aRoleThatIsGrantedNothingSeesNothingClear(Purchase purchase) throws IOException {
        assertThat(purchase.clearIn(order(purchase, open.as("clerk")).everything()))
                .isEmpty();
        assertThat(purchase.clearIn(pay(purchase).everything())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.maskwire.samples.shop.walk.OpenShop#purchases")
    void aRoleTheDeclarationDoesNotKnowSeesMarkersOnly(Purchase purchase) throws IOException {
        Map<String, String> members = order(purchase, open.as("inspector")).members();

        assertThat(List.of("name", "email", "phone", "cardNumber"))
                .allSatisfy(member -> assertThat(members).containsEntry(member, "[masked]"));
    }

    private Answer order(Purchase purchase, Caller caller) throws IOException {
        return open.client().get(open.orders().uri("/orders/" + purchase.order()), caller);
    }

    private Answer pay(Purchase purchase) throws IOException {
        return open.client().post(open.orders().uri("/orders/" + purchase.order() + "/pay"), open.as("clerk"), "");
    }
}
