package io.maskwire.samples.shop.orders;

import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Asks {@code customers}, with the {@code RestClient.Builder} Spring Boot hands out. */
@Component
class Customers {

    private final RestClient client;

    Customers(RestClient.Builder builder, @Value("${masking.urls.customers}") String url) {
        client = builder.baseUrl(url).build();
    }

    Customer get(String id) {
        Customer customer = client.get().uri("/customers/{id}", id).retrieve().body(Customer.class);
        return Objects.requireNonNull(customer, "customers answered without a body");
    }
}
