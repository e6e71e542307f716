package io.maskwire.samples.shop.orders;

import io.maskwire.policy.Sensitive;
import java.math.BigDecimal;

/** What {@code payments} is sent: the card in clear, since the declaration says so, the rest masked. */
record PaymentRequest(
        String order,
        @Sensitive("pan") String cardNumber,
        @Sensitive("name") String cardholder,
        @Sensitive("email") String email,
        BigDecimal amount) {

    static PaymentRequest of(Order order, Customer customer) {
        return new PaymentRequest(order.id(), order.cardNumber(), customer.name(), order.email(), order.total());
    }
}
