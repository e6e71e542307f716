package io.maskwire.samples.shop.payments;

import io.maskwire.policy.Sensitive;
import java.math.BigDecimal;

record PaymentRequest(
        String order,
        @Sensitive("pan") String cardNumber,
        @Sensitive("name") String cardholder,
        @Sensitive("email") String email,
        BigDecimal amount) {}
