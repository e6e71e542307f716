package io.maskwire.samples.shop.orders;

import io.maskwire.policy.Sensitive;
import java.math.BigDecimal;

record Receipt(
        String order,
        String authorization,
        String status,
        @Sensitive("pan") String cardNumber,
        BigDecimal total) {

    static Receipt of(Order order, Authorization authorization) {
        return new Receipt(order.id(), authorization.id(), authorization.status(), order.cardNumber(), order.total());
    }
}
