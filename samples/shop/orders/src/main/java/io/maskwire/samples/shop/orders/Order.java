package io.maskwire.samples.shop.orders;

import io.maskwire.policy.Sensitive;
import java.math.BigDecimal;

/** An order as it is stored; {@link OrderView} is what is shown of it. */
record Order(
        String id,
        String customer,
        @Sensitive("email") String email,
        @Sensitive("phone") String phone,
        @Sensitive("pan") String cardNumber,
        BigDecimal total) {}
