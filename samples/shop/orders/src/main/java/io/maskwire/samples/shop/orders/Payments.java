package io.maskwire.samples.shop.orders;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Calls {@code payments}; Spring writes the client. */
@HttpExchange
interface Payments {

    @PostExchange("/authorizations")
    Authorization authorize(@RequestBody PaymentRequest request);
}
