package io.maskwire.samples.shop.orders;

import io.maskwire.policy.Redact;
import io.maskwire.policy.Sensitive;
import java.math.BigDecimal;

/** What is shown of an order; how each part looks depends on who asks. */
record OrderView(
        String id,
        @Sensitive("name") String name,
        @Sensitive("email") String email,
        @Redact(keepLast = 2, dataClass = "phone") String phone,
        @Sensitive("pan") String cardNumber,
        BigDecimal total) {

    static OrderView of(Order order, Customer customer) {
        return new OrderView(
                order.id(), customer.name(), order.email(), order.phone(), order.cardNumber(), order.total());
    }
}
