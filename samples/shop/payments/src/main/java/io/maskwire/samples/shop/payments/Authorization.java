package io.maskwire.samples.shop.payments;

import io.maskwire.policy.Sensitive;

record Authorization(
        String id, String status, @Sensitive("pan") String cardNumber) {}
