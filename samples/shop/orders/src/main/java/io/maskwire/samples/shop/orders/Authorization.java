package io.maskwire.samples.shop.orders;

/** The answer of {@code payments}. */
record Authorization(String id, String status) {}
