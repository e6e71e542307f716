package io.maskwire.samples.shop.orders;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {

    private final Orders orders;
    private final Customers customers;
    private final Payments payments;

    OrderController(Orders orders, Customers customers, Payments payments) {
        this.orders = orders;
        this.customers = customers;
        this.payments = payments;
    }

    @GetMapping("/orders/{id}")
    ResponseEntity<OrderView> order(@PathVariable String id) {
        return ResponseEntity.of(orders.find(id).map(order -> OrderView.of(order, customers.get(order.customer()))));
    }

    @PostMapping("/orders/{id}/pay")
    ResponseEntity<Receipt> pay(@PathVariable String id) {
        return ResponseEntity.of(orders.find(id).map(this::pay));
    }

    private Receipt pay(Order order) {
        Customer customer = customers.get(order.customer());
        return Receipt.of(order, payments.authorize(PaymentRequest.of(order, customer)));
    }
}
