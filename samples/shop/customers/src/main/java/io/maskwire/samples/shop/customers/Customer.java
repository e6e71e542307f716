package io.maskwire.samples.shop.customers;

import io.maskwire.policy.Redact;
import io.maskwire.policy.Sensitive;

record Customer(
        String id,
        @Sensitive("name") String name,
        @Sensitive("email") String email,
        @Redact(keepLast = 2, dataClass = "phone") String phone,
        @Sensitive("iban") String iban) {}
