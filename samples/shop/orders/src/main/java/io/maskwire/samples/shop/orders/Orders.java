package io.maskwire.samples.shop.orders;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The orders, read once from the seed: a header line, then one order a line. */
@Component
class Orders {

    private final Map<String, Order> orders;

    Orders(@Value("classpath:orders.csv") Resource seed) throws IOException {
        orders = seed.getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> new Order(cells[0], cells[1], cells[2], cells[3], cells[4], new BigDecimal(cells[5])))
                .collect(Collectors.toUnmodifiableMap(Order::id, Function.identity()));
    }

    Optional<Order> find(String id) {
        return Optional.ofNullable(orders.get(id));
    }
}
