package io.maskwire.samples.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class OrdersTest {

    private final Orders orders;

    OrdersTest() throws IOException {
        orders = new Orders(new ClassPathResource("orders.csv"));
    }

    @Test
    void anOrderOfTheSeedIsFoundWithAllItsParts() {
        assertThat(orders.find("o-1002"))
                .contains(new Order(
                        "o-1002",
                        "c-2",
                        "hanako.yamada@example.org",
                        "+1 202 555 0143",
                        "5555555555554444",
                        new BigDecimal("48.00")));
    }

    @Test
    void anUnknownOrderIsNotFound() {
        assertThat(orders.find("o-1")).isEmpty();
    }
}
