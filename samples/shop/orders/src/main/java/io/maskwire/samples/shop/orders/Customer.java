package io.maskwire.samples.shop.orders;

import io.maskwire.policy.Sensitive;

/** What {@code orders} reads of a customer. */
record Customer(String id, @Sensitive("name") String name) {}
